namespace Troubadour.Moving.Tables;

/// <summary>What a column holds.</summary>
public enum BookValue
{
    /// <summary>Unicode text.</summary>
    Text,

    /// <summary>An integer of 64 bits.</summary>
    Long,

    /// <summary>An integer of 32 bits.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A floating-point number of 64 bits.</summary>
    Double,
}
