using System.Text.Json.Serialization;

namespace Troubadour.Music;

/// <summary>The kinds of chord that styles use.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChordQuality>))]
public enum ChordQuality
{
    /// <summary>0 4 7.</summary>
    Major,

    /// <summary>0 3 7.</summary>
    Minor,

    /// <summary>0 3 6.</summary>
    Diminished,

    /// <summary>0 4 8.</summary>
    Augmented,

    /// <summary>0 4 7 10.</summary>
    Dominant7,

    /// <summary>0 4 7 11.</summary>
    Major7,

    /// <summary>0 3 7 10.</summary>
    Minor7,

    /// <summary>0 3 6 10.</summary>
    HalfDiminished,

    /// <summary>0 3 6 9.</summary>
    Diminished7,

    /// <summary>0 5 7.</summary>
    Suspended4,

    /// <summary>0 2 7.</summary>
    Suspended2,

    /// <summary>0 4 7 14.</summary>
    Added9,

    /// <summary>0 4 7 9.</summary>
    Sixth,

    /// <summary>0 3 7 9.</summary>
    Minor6,

    /// <summary>0 4 7 10 14.</summary>
    Dominant9,

    /// <summary>0 4 7 11 14.</summary>
    Major9,

    /// <summary>0 3 7 10 14.</summary>
    Minor9,

    /// <summary>0 7.</summary>
    Power,

    /// <summary>0 5 7 10.</summary>
    Dominant7Suspended4,
}
