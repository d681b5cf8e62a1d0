namespace Troubadour.Bookkeeping;

/// <summary>A result with an id of its own: a song, a stem, an excerpt, an uploaded file.</summary>
public sealed class Clip
{
    /// <summary>UUID version 7; the task's own id where a family makes one clip a task and calls it by the task.</summary>
    public required string Id { get; set; }

    /// <summary>Whose it is.</summary>
    public required string AccountId { get; set; }

    /// <summary>The task that makes it.</summary>
    public required string TaskId { get; set; }

    /// <summary>Its place among the clips of the task, from 0.</summary>
    public int Position { get; set; }

    /// <summary>The API dialect it was asked in.</summary>
    public required string Family { get; set; }

    /// <summary>One of <see cref="ClipKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>One of <see cref="TaskState"/>.</summary>
    public required string State { get; set; }

    /// <summary>The stem's name; empty for other kinds.</summary>
    public required string Stem { get; set; }

    /// <summary>The clip that it was made from, if any.</summary>
    public string? SourceId { get; set; }

    /// <summary>The model's name as it was asked for; empty where a family has none.</summary>
    public required string Model { get; set; }

    /// <summary>Its title; empty until known.</summary>
    public required string Title { get; set; }

    /// <summary>Its style tags; may be empty.</summary>
    public required string Tags { get; set; }

    /// <summary>Normalised lyrics; empty until done and for instrumentals.</summary>
    public required string Lyrics { get; set; }

    /// <summary>Told back: genre asked for or predicted.</summary>
    public required string Genre { get; set; }

    /// <summary>Told back: mood.</summary>
    public required string Mood { get; set; }

    /// <summary>Told back: the gender's name in our words, or empty.</summary>
    public required string Gender { get; set; }

    /// <summary>Told back: the timbre's name in our words, or empty.</summary>
    public required string Timbre { get; set; }

    /// <summary>Length in seconds once it is made.</summary>
    public double? Seconds { get; set; }

    /// <summary>The seed that makes the same again.</summary>
    public long? Seed { get; set; }

    /// <summary>What the family echoes of the request, as JSON; empty for nothing.</summary>
    public required string Asked { get; set; }

    /// <summary>What went wrong, for the caller's eyes.</summary>
    public string? ErrorText { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>Unix milliseconds; set when the caller deleted it.</summary>
    public long? DeletedAt { get; set; }
}
