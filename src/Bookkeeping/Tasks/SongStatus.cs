namespace Troubadour.Bookkeeping;

/// <summary>How a task of one clip is getting on: the little that a poll tells, read in one go.</summary>
public sealed class SongStatus
{
    /// <summary>The task.</summary>
    public string TaskId { get; set; } = "";

    /// <summary>The API dialect it was asked in.</summary>
    public string Family { get; set; } = "";

    /// <summary>One of <see cref="TaskState"/>.</summary>
    public string State { get; set; } = "";

    /// <summary>0 to 99 while open, 100 when succeeded.</summary>
    public int Progress { get; set; }

    /// <summary>What went wrong, by the contract's word.</summary>
    public string? ErrorType { get; set; }

    /// <summary>What went wrong, for the caller's eyes.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The address that its caller reached the server by.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Its clip.</summary>
    public string ClipId { get; set; } = "";

    /// <summary>Normalised lyrics; empty until done.</summary>
    public string Lyrics { get; set; } = "";

    /// <summary>Length in seconds once it is made.</summary>
    public double? Seconds { get; set; }

    /// <summary>Genre asked for or predicted.</summary>
    public string Genre { get; set; } = "";

    /// <summary>Mood.</summary>
    public string Mood { get; set; } = "";

    /// <summary>Gender in our words, or empty.</summary>
    public string Gender { get; set; } = "";

    /// <summary>Timbre in our words, or empty.</summary>
    public string Timbre { get; set; } = "";
}
