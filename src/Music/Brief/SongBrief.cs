using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>What was asked for, in the house's words, whatever family asked. Values that are null are predicted by the composer.</summary>
public sealed record SongBrief
{
    /// <summary>True for a sung song, false for an instrumental.</summary>
    public bool IsVocal { get; init; } = true;

    /// <summary>The lyrics with section tags; empty for an instrumental.</summary>
    public string Lyrics { get; init; } = "";

    /// <summary>The title asked for; empty lets the song have its own.</summary>
    public string Title { get; init; } = "";

    /// <summary>Free text about the music; empty when none was given.</summary>
    public string Description { get; init; } = "";

    /// <summary>Free text about what must not be heard; empty when none was given.</summary>
    public string Exclude { get; init; } = "";

    /// <summary>Genres by the contract's names: at most one for a song, up to five for an instrumental.</summary>
    public ImmutableArray<string> Genres { get; init; } = [];

    /// <summary>Moods by the contract's names: at most one for a song, up to five for an instrumental.</summary>
    public ImmutableArray<string> Moods { get; init; } = [];

    /// <summary>Instruments that must be heard, by the contract's names (instrumentals).</summary>
    public ImmutableArray<string> Instruments { get; init; } = [];

    /// <summary>Themes by the contract's names (instrumentals).</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>
    /// Styles by weight and by the engine's own names, when something more exact than a genre was asked for; empty lets the genre
    /// decide.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Styles { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>The singer's gender.</summary>
    public Gender? Gender { get; init; }

    /// <summary>The singer's timbre.</summary>
    public Timbre? Timbre { get; init; }

    /// <summary>The singer in person (<see cref="VoiceSpec.Person"/>); null lets the seed draw one.</summary>
    public long? Person { get; init; }

    /// <summary>The length asked for in seconds.</summary>
    public double? Seconds { get; init; }

    /// <summary>The longest that a song may become by itself, in seconds, where no length is asked for.</summary>
    public double MostSeconds { get; init; } = 240;

    /// <summary>Sections asked for, in order; empty lets the lyrics or the style decide.</summary>
    public ImmutableArray<SegmentBrief> Segments { get; init; } = [];

    /// <summary>The tempo in pulses a minute, 40 to 240.</summary>
    public double? Bpm { get; init; }

    /// <summary>The key.</summary>
    public Key? Key { get; init; }

    /// <summary>The time signature.</summary>
    public Meter? Meter { get; init; }

    /// <summary>
    /// Chords by section kind ("" speaks for all kinds that are not named), each a list of bars that goes round; a bar is one chord
    /// symbol or several joined by commas, which share the bar. Empty lets the style decide.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Chords { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The seed of every random stream of the song.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// The seed of what an edit keeps of an older song: style, progressions, grooves, the tune's character. Null takes <see cref="Seed"/>.
    /// </summary>
    public long? MaterialSeed { get; init; }

    /// <summary>How strictly the words about style are followed, 0 loosely to 1 to the letter; null is the house's usual way, .5.</summary>
    public double? StyleStrength { get; init; }

    /// <summary>How far harmony and melody leave the usual ways, 0 plain to 1 strange; null is the house's usual way, .5.</summary>
    public double? Weirdness { get; init; }

    /// <summary>
    /// How far the music serves the words, 0 to 1: high puts stressed syllables on strong beats, one note each; low lets the tune have its
    /// way, with more notes to a syllable. Null is the house's usual way, .5.
    /// </summary>
    public double? LyricsStrength { get; init; }

    /// <summary>
    /// How plainly the mix is heard through, 0 to 1: high brings the voice and the presence range forward and dries the rooms; low blends
    /// them. Null is the house's usual way, .5.
    /// </summary>
    public double? Clarity { get; init; }

    /// <summary>
    /// True to take <see cref="Description"/> as a list of tags by the letter: a tag counts only where the whole of it is a known phrase.
    /// <see cref="Exclude"/> is read as usual.
    /// </summary>
    public bool IsLiteral { get; init; }

    /// <summary>
    /// Which part of an imagined whole song this is; null is the whole of it. From .05 on it begins in the middle of things, without an
    /// intro, the later the fuller; where it ends before .95 it breaks off on a beat, at exactly the seconds asked for.
    /// </summary>
    public SongPart? Part { get; init; }

    /// <summary>
    /// The stretch of the clip, as shares of its length, in which all words are sung, to within a bar; null lets the form decide. Words
    /// that do not fit it are dropped as those that do not fit a length.
    /// </summary>
    public SongPart? WordsWithin { get; init; }

    /// <summary>How richly the song is worked out, 1 (few layers, few drafts) to 5 (many of both); 3 is usual.</summary>
    public int Detail { get; init; } = 3;
}
