namespace Troubadour.Composing.Measures;

/// <summary>On which side of the human mean a value costs.</summary>
public enum Side
{
    /// <summary>On both.</summary>
    Both,

    /// <summary>Below it.</summary>
    AtLeast,

    /// <summary>Above it.</summary>
    AtMost,
}
