using Troubadour.Engine;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>A create body, read and checked.</summary>
internal sealed record Ask
{
    /// <summary>The body, for the fields that all families share.</summary>
    public required Fields Body { get; init; }

    /// <summary>One of <see cref="TaskTypes"/>.</summary>
    public required string TaskType { get; init; }

    public OrderKind Kind => TaskTypes.All[TaskType].Kind;

    public bool OnUpload => TaskTypes.All[TaskType].OnUpload;

    public required Model Model { get; init; }

    public bool IsCustom { get; init; }

    public bool IsInstrumental { get; init; }

    public string Lyrics { get; init; } = "";

    /// <summary>What the song is to be; in custom mode more about its sound.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The style; of swapped vocals, what they are like.</summary>
    public string Sound { get; init; } = "";

    public string Title { get; init; } = "";

    public string ClipId { get; init; } = "";

    /// <summary>Where an extension goes on, or a replaced section starts.</summary>
    public double? From { get; init; }

    /// <summary>Where a replaced section ends.</summary>
    public double? To { get; init; }

    public double? CoverStrength { get; init; }

    public double? LyricsStrength { get; init; }

    public double? SoundStrength { get; init; }

    public double? Weirdness { get; init; }
}
