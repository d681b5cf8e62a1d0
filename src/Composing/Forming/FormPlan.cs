using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The form, fitted to the time.</summary>
/// <param name="Sections">Sections in order; the bar of the last chord follows them.</param>
/// <param name="Bpm">Tempo in pulses a minute before any slowing at the end.</param>
/// <param name="Tempos">The tempo map's changes.</param>
/// <param name="Ending">ring, hit or ritard.</param>
/// <param name="LastChordTick">Where the last chord starts.</param>
/// <param name="LastChordLength">Ticks it is held.</param>
/// <param name="Seconds">Exact length with its ring-out.</param>
internal sealed record FormPlan(
    ImmutableArray<PlannedSection> Sections,
    double Bpm,
    ImmutableArray<TempoChange> Tempos,
    string Ending,
    int LastChordTick,
    int LastChordLength,
    double Seconds
);
