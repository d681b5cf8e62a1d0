namespace Troubadour.Composing;

/// <summary>How a single note is struck, where that is not the usual way.</summary>
internal enum Manner
{
    /// <summary>As usual.</summary>
    Plain,

    /// <summary>Damped with the palm: short and dull.</summary>
    Muted,

    /// <summary>A dead note: very short, soft and dull.</summary>
    Ghost,

    /// <summary>A string that is pulled off the fingerboard: short and hard.</summary>
    Pop,
}
