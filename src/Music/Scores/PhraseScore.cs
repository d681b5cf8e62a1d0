using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>One breath of a voice: the words of a line and the notes they are sung on. Immutable, so its content can be a cache key.</summary>
/// <param name="Words">The words in order.</param>
/// <param name="Notes">The notes in rising time; their syllable indices start at 0, never fall, never skip, and reach the last syllable.</param>
/// <param name="Layer">What the phrase is in the arrangement.</param>
/// <param name="Effort">How hard the singer works: 0 whispered verse to 1 belted chorus.</param>
/// <param name="Vibrato">Depth of the vibrato against the voice's own: 0 straight, 1 normal, 2 twice as deep.</param>
/// <param name="Rap">True when the line is spoken on the rhythm instead of sung on the pitches.</param>
/// <param name="Line">Index of the lyric line in the song, as it was when the line was first sung.</param>
public sealed record PhraseScore(
    ImmutableArray<SungWord> Words,
    ImmutableArray<SungNote> Notes,
    VoiceLayer Layer,
    double Effort,
    double Vibrato,
    bool Rap,
    int Line
);
