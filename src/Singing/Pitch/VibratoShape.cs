namespace Troubadour.Singing;

/// <summary>How the swing of a held note comes and goes.</summary>
internal enum VibratoShape
{
    /// <summary>No swing.</summary>
    Straight,

    /// <summary>After a moment, then steady: the usual one.</summary>
    Delayed,

    /// <summary>Almost from the start.</summary>
    Early,

    /// <summary>Wider and wider to the end.</summary>
    Growing,

    /// <summary>Only in the second half.</summary>
    Late,

    /// <summary>Wide at first, then calm.</summary>
    Fading,
}
