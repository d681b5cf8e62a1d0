namespace Troubadour.Bookkeeping;

/// <summary>A saved voice and style, taken from a clip.</summary>
public sealed class Persona
{
    /// <summary>The id of the task that paid for it.</summary>
    public required string Id { get; set; }

    /// <summary>Whose it is.</summary>
    public required string AccountId { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>What the caller wrote about it.</summary>
    public required string Description { get; set; }

    /// <summary>The clip it was taken from.</summary>
    public required string ClipId { get; set; }

    /// <summary>Voice and style, as the engine's JSON.</summary>
    public required string Voice { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }
}
