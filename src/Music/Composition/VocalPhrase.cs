using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>One sung breath in musical time.</summary>
/// <param name="Line">Index of the lyric line it sings, counted over the lines as they are sung.</param>
/// <param name="Text">The line's text.</param>
/// <param name="Words">Words with their phones.</param>
/// <param name="Notes">Notes in rising time.</param>
/// <param name="Layer">Lead, double or harmony.</param>
/// <param name="Effort">0 whispered to 1 belted.</param>
/// <param name="Vibrato">Depth against the voice's own.</param>
/// <param name="Rap">True when spoken on the rhythm.</param>
public sealed record VocalPhrase(
    int Line,
    string Text,
    ImmutableArray<SungWord> Words,
    ImmutableArray<VocalNote> Notes,
    VoiceLayer Layer,
    double Effort,
    double Vibrato,
    bool Rap
)
{
    /// <summary>The number that the line was first sung under, where an edit has numbered the lines anew; null is <see cref="Line"/>.</summary>
    public int? TakeLine { get; init; }
}
