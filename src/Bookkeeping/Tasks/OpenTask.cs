namespace Troubadour.Bookkeeping;

/// <summary>A task that still has to be made.</summary>
public sealed class OpenTask
{
    /// <summary>Its id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Whose it is.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Its place in the order that accounts take turns in.</summary>
    public int Round { get; set; }
}
