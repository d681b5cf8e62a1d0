using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>A word and the tones it is sung on.</summary>
/// <param name="Word">The word.</param>
/// <param name="Tones">In rising time; every syllable has at least one.</param>
internal sealed record ToneWord(SungWord Word, ImmutableArray<SungTone> Tones)
{
    public double Start => Tones[0].Start;

    public double End => Tones[^1].End;
}
