namespace Troubadour.Bookkeeping;

/// <summary>A promise that a caller polls. This row is the truth: dispatchers and workers only act on it.</summary>
public sealed class MusicTask
{
    /// <summary>UUID version 7; also the id of its clip where a family makes one clip a task.</summary>
    public required string Id { get; set; }

    /// <summary>Whose it is.</summary>
    public required string AccountId { get; set; }

    /// <summary>The key that asked.</summary>
    public required string KeyId { get; set; }

    /// <summary>The API dialect it was asked in, such as "nuro".</summary>
    public required string Family { get; set; }

    /// <summary>What the family calls it, such as "vocal".</summary>
    public required string Action { get; set; }

    /// <summary>The brief as JSON.</summary>
    public required string Brief { get; set; }

    /// <summary>Told back: genre asked for or predicted.</summary>
    public required string Genre { get; set; }

    /// <summary>Told back: mood.</summary>
    public required string Mood { get; set; }

    /// <summary>Told back: the gender's name in our words, or empty.</summary>
    public required string Gender { get; set; }

    /// <summary>Told back: the timbre's name in our words, or empty.</summary>
    public required string Timbre { get; set; }

    /// <summary>One of <see cref="TaskState"/>.</summary>
    public required string State { get; set; }

    /// <summary>How often it was claimed. Every effect of a worker names the attempt it belongs to.</summary>
    public int Attempt { get; set; }

    /// <summary>How often its worker died.</summary>
    public int Crashes { get; set; }

    /// <summary>0 to 99 while open, 100 when succeeded; never falls.</summary>
    public int Progress { get; set; }

    /// <summary>Credits held at submission.</summary>
    public long Cost { get; set; }

    /// <summary>Normalised lyrics of the finished song.</summary>
    public string? Lyrics { get; set; }

    /// <summary>Length of the finished song in seconds.</summary>
    public double? Seconds { get; set; }

    /// <summary>The seed that makes the same song again.</summary>
    public long? Seed { get; set; }

    /// <summary>What went wrong, by the contract's word (api_error, timeout).</summary>
    public string? ErrorType { get; set; }

    /// <summary>What went wrong, for the caller's eyes.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The W3C trace parent of the request that made it.</summary>
    public string? Trace { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Unix milliseconds of the first claim.</summary>
    public long? StartedAt { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>Unix milliseconds; set when the caller deleted the clip.</summary>
    public long? ClipDeletedAt { get; set; }
}
