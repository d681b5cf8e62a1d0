using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Making;

/// <summary>What a create of any family asks for, in the house's words.</summary>
internal sealed record Wish
{
    /// <summary>The family that asks.</summary>
    public required string Family { get; init; }

    /// <summary>What the family calls it.</summary>
    public required string Action { get; init; }

    /// <summary>Credits for all its clips.</summary>
    public required long Cost { get; init; }

    /// <summary>The body, for our own fields, which all families share.</summary>
    public required Fields Body { get; init; }

    /// <summary>What is to be made.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>The seed of the first clip; the second has the next one.</summary>
    public required long Seed { get; init; }

    /// <summary>The music asked for. Words, title and seed come from this wish.</summary>
    public required SongBrief Brief { get; init; }

    /// <summary>The words to sing, where they are given; empty for none.</summary>
    public string Lyrics { get; init; } = "";

    /// <summary>What words are to be written about; null when none are to be written.</summary>
    public string? About { get; init; }

    /// <summary>True when words are written even where the description asks for an instrumental.</summary>
    public bool MustSing { get; init; }

    /// <summary>The title asked for; empty lets words or source decide.</summary>
    public string Title { get; init; } = "";

    /// <summary>The style's tags as they are told back; empty lets brief or source decide.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The model as it was spelt; empty takes the source's.</summary>
    public string Model { get; init; } = "";

    /// <summary>What is told back of the request; words are added.</summary>
    public Echo Echo { get; init; } = new();

    /// <summary>The clip that an edit works on.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>True for the edits that work on uploads.</summary>
    public bool OnUpload { get; init; }

    /// <summary>What the family calls the same edit of an upload; null where it has one name for both.</summary>
    public string? UploadAction { get; init; }

    /// <summary>See <see cref="SongOrder.FromSeconds"/>.</summary>
    public double? FromSeconds { get; init; }

    /// <summary>See <see cref="SongOrder.ToSeconds"/>.</summary>
    public double? ToSeconds { get; init; }

    /// <summary>See <see cref="SongOrder.Nearness"/>.</summary>
    public double Nearness { get; init; } = 0.5;

    /// <summary>See <see cref="SongOrder.IsWhole"/>.</summary>
    public bool IsWhole { get; init; }
}
