namespace Troubadour.Composing.Measures;

/// <summary>Families of measures.</summary>
public enum MetricGroup
{
    /// <summary>The sung melody against POP909.</summary>
    Melody,

    /// <summary>The whole texture against POP909-CL.</summary>
    Texture,

    /// <summary>Words under notes against OpenEWLD.</summary>
    Words,

    /// <summary>Drums against Groove MIDI.</summary>
    Drums,
}
