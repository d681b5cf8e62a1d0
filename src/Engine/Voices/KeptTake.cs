using System.Collections.Immutable;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>A sung phrase whose sound may lie elsewhere until it is mixed.</summary>
/// <param name="Start">Song time of the first sample in seconds.</param>
/// <param name="Words">When its words sound.</param>
/// <param name="Samples">Brings the sound: mono, 44,100 Hz.</param>
internal sealed record KeptTake(double Start, ImmutableArray<WordTiming> Words, Func<float[]> Samples);
