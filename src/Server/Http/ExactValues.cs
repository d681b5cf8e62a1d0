using Troubadour.Music;

namespace Troubadour.Server.Http;

/// <summary>Reads the values of exact control that are one word.</summary>
public static class ExactValues
{
    /// <summary>Slowest tempo in pulses a minute.</summary>
    public const double Slowest = 40;

    /// <summary>Fastest tempo.</summary>
    public const double Fastest = 240;

    /// <summary>The time signatures that may be asked for.</summary>
    public static IReadOnlyList<string> Meters { get; } = ["4/4", "3/4", "6/8", "12/8", "2/4", "9/8", "5/4", "7/8"];

    /// <summary>A key such as "A minor", "F#m", "Bb major" or "D dorian".</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Key Key(string text, string field) =>
        text is { Length: <= 20 } && Music.Key.TryParse(text, out var key)
            ? key
            : throw new FormatException(
                $"{field} must be a key such as \"C\", \"Am\", \"F# minor\", \"Bb major\" or \"D dorian\"."
            );

    /// <summary>A time signature.</summary>
    /// <exception cref="FormatException">It is none of those allowed.</exception>
    public static Meter Meter(string text, string field) =>
        Meters.Contains(text, StringComparer.Ordinal) && Music.Meter.TryParse(text, out var meter)
            ? meter
            : throw new FormatException($"{field} must be a metre. Allowed: {string.Join(", ", Meters)}.");
}
