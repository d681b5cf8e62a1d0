namespace Troubadour.Bookkeeping;

/// <summary>Something that one server does for all of them.</summary>
public sealed class Duty
{
    /// <summary>What.</summary>
    public required string Name { get; set; }

    /// <summary>Who does it.</summary>
    public required string Holder { get; set; }

    /// <summary>Unix milliseconds; from then on another may.</summary>
    public long EndsAt { get; set; }
}
