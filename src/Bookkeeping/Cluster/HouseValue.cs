namespace Troubadour.Bookkeeping;

/// <summary>A value that all servers share.</summary>
public sealed class HouseValue
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The value.</summary>
    public required string Value { get; set; }
}
