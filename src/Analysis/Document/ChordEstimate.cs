using System.Text.Json.Serialization;
using Troubadour.Music;

namespace Troubadour.Analysis;

/// <summary>A chord that was heard.</summary>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
/// <param name="Symbol">Its symbol, such as "F#m7"; "N" where there is no chord.</param>
/// <param name="Root">Pitch class of the root, 0 = C to 11 = B; null for no chord.</param>
/// <param name="Quality">Major, Minor, or a richer one where it is sure; null for no chord.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record ChordEstimate(
    double Start,
    double End,
    string Symbol,
    int? Root,
    ChordQuality? Quality,
    double Confidence
)
{
    /// <summary>True when the third above the root is minor.</summary>
    [JsonIgnore]
    public bool IsMinor => Quality is ChordQuality.Minor or ChordQuality.Minor7;
}
