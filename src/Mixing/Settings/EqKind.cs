namespace Troubadour.Mixing;

/// <summary>What a band of an equaliser does.</summary>
public enum EqKind
{
    /// <summary>Raises or lowers what is below.</summary>
    LowShelf,

    /// <summary>Raises or lowers what is around.</summary>
    Peak,

    /// <summary>Raises or lowers what is above.</summary>
    HighShelf,
}
