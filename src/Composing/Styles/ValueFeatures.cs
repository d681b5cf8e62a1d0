using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>The measurable features on which a caller's word may show, as the values files name them.</summary>
public static class ValueFeatures
{
    /// <summary>
    /// Names, sorted: brightness (dB of tilt), density (notes a bar), drums (strokes a bar), energy (mean of the sections, 0 to 1),
    /// length (of notes, sixteenths), minor (share of songs), register (mean key), reverb (mean send, dB), sounding (share of
    /// bars in which the instrument sounds), tempo (pulses a minute), velocity (mean, 1 to 127).
    /// </summary>
    public static ImmutableSortedSet<string> Names { get; } =
        ImmutableSortedSet.Create(
            StringComparer.Ordinal,
            "brightness",
            "density",
            "drums",
            "energy",
            "length",
            "minor",
            "register",
            "reverb",
            "sounding",
            "tempo",
            "velocity"
        );
}
