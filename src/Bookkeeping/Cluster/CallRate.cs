namespace Troubadour.Bookkeeping;

/// <summary>How far a key has used up its rate.</summary>
public sealed class CallRate
{
    /// <summary>The key.</summary>
    public required string KeyId { get; set; }

    /// <summary>Unix microseconds; when a call would be due if all came evenly (the theoretical arrival time).</summary>
    public long DueAt { get; set; }
}
