using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Studio;

/// <summary>A create body, read and checked; what was not given has the contract's usual value.</summary>
internal sealed record Ask
{
    /// <summary>The body, for the fields that all families share.</summary>
    public required Fields Body { get; init; }

    /// <summary>Style, description or keywords, by <see cref="LyricsType"/>.</summary>
    public required string Prompt { get; init; }

    /// <summary>One of <see cref="Vocabulary.LyricsTypes"/>.</summary>
    public required string LyricsType { get; init; }

    /// <summary>The words to sing; empty where they are written or nobody sings.</summary>
    public required string Lyrics { get; init; }

    public required string Title { get; init; }

    /// <summary>One of <see cref="Vocabulary.ModelNames"/>.</summary>
    public required string Model { get; init; }

    /// <summary>Null draws one.</summary>
    public long? Seed { get; init; }

    public bool IsLiteral { get; init; }

    /// <summary>The part of an imagined song that is asked for; null is all of it.</summary>
    public SongPart? Part { get; init; }

    /// <summary>Where the words are sung; null is everywhere.</summary>
    public SongPart? WordsWithin { get; init; }

    /// <summary>0 to 1, as the next three.</summary>
    public double PromptStrength { get; init; }

    public double ClarityStrength { get; init; }

    public double LyricsStrength { get; init; }

    public double Quality { get; init; }

    public required string NegativePrompt { get; init; }

    /// <summary>Null for a new song.</summary>
    public Continuation? Continuation { get; init; }

    public bool IsInstrumental => LyricsType == Vocabulary.Instrumental;

    public bool WritesLyrics => LyricsType == Vocabulary.Generate;
}
