using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>Which sections a song of a length has, and how many blocks of four lines a verse.</summary>
internal sealed record Form(ImmutableArray<string> Kinds, int VerseBlocks)
{
    /// <summary>A verse's tag.</summary>
    public const string Verse = "Verse";

    /// <summary>A pre-chorus's tag.</summary>
    public const string Lift = "Pre-Chorus";

    /// <summary>A chorus's tag.</summary>
    public const string Chorus = "Chorus";

    /// <summary>A bridge's tag.</summary>
    public const string Bridge = "Bridge";

    /// <summary>The form for a length in seconds, about 2.4 seconds a line of eight syllables twice over.</summary>
    public static Form Of(double? seconds) =>
        seconds switch
        {
            null => new([Verse, Lift, Chorus, Verse, Lift, Chorus, Bridge, Chorus], 1),
            < 45 => new([Verse, Chorus], 1),
            < 75 => new([Verse, Lift, Chorus], 1),
            < 105 => new([Verse, Lift, Chorus, Verse, Chorus], 1),
            < 140 => new([Verse, Lift, Chorus, Verse, Lift, Chorus], 1),
            < 210 => new([Verse, Lift, Chorus, Verse, Lift, Chorus, Bridge, Chorus], 1),
            _ => new([Verse, Lift, Chorus, Verse, Lift, Chorus, Bridge, Chorus], 2),
        };
}
