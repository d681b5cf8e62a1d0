using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A create body, read and checked.</summary>
internal sealed record Ask
{
    /// <summary>The body, for the fields that all families share.</summary>
    public required Fields Body { get; init; }

    /// <summary>One of <see cref="TaskTypes"/>.</summary>
    public required string TaskType { get; init; }

    public OrderKind Kind => TaskTypes.All[TaskType].Kind;

    public bool OnUpload => TaskTypes.All[TaskType].OnUpload;

    /// <summary>The model's name as it was spelt; empty where none is needed.</summary>
    public required string ModelName { get; init; }

    public required Model Model { get; init; }

    public bool IsCustom { get; init; }

    public bool IsInstrumental { get; init; }

    public bool WritesLyrics { get; init; }

    /// <summary>Lyrics, or with <see cref="WritesLyrics"/> what they are to be about.</summary>
    public string Prompt { get; init; } = "";

    public string? Description { get; init; }

    public string Title { get; init; } = "";

    public string Tags { get; init; } = "";

    public string? NegativeTags { get; init; }

    public string? ClipId { get; init; }

    public double? ContinueAt { get; init; }

    /// <summary>True when an extension is to be the whole song.</summary>
    public bool IsWhole { get; init; }

    public string? PersonaId { get; init; }

    public double? StyleWeight { get; init; }

    public double? Weirdness { get; init; }

    public double? AudioWeight { get; init; }

    public Gender? Gender { get; init; }

    public int? Seconds { get; init; }

    /// <summary>What the words are to be about, where they are not given.</summary>
    public string? About =>
        IsInstrumental ? null
        : !IsCustom ? Description
        : WritesLyrics ? Prompt
        : null;
}
