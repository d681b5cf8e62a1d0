namespace Troubadour.Composing;

/// <summary>What leads out of a section; one of them at a time.</summary>
internal enum Turn
{
    /// <summary>Nothing; the next section itself is the change.</summary>
    None,

    /// <summary>The drummer fills.</summary>
    Fill,

    /// <summary>A roll that thickens and swells over a bar or two.</summary>
    Build,

    /// <summary>The band is silent for a beat or two.</summary>
    Drop,

    /// <summary>The band rests after the last bar's first beat; the voice is alone.</summary>
    Stop,

    /// <summary>The last bar's chord is held.</summary>
    Hold,
}
