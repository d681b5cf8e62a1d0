using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Portraits;

/// <summary>A voice of ours that is like a portrait. Like, not the same: nothing of the singer's sound is copied.</summary>
/// <param name="Voice">The nearest voice.</param>
/// <param name="Distance">
/// How far it is, in the spread that clips of one voice of ours have for each feature (root of the mean square): below about 1.5 for
/// voices of our own.
/// </param>
/// <param name="Confidence">0 to 1: how near it is, and how far the nearest voice of another gender or timbre is.</param>
/// <param name="Runners">The nearest voices of the next three other genders or timbres, nearest first.</param>
public sealed record VoiceMatch(VoiceSpec Voice, double Distance, double Confidence, ImmutableArray<VoiceSpec> Runners);
