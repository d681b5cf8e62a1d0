using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>The musical time of a sound: tick 0 is its second 0.</summary>
internal sealed class BeatGrid
{
    private const double UsualBpm = 120;
    private const double Near = 0.03;

    private BeatGrid(Meter meter, ImmutableArray<TempoChange> tempos, double bpm, double seconds)
    {
        (Meter, Tempos, Bpm) = (meter, tempos, bpm);
        Map = new TimeMap(tempos);
        Last = Math.Max(2, (int)Math.Floor(Map.TickAt(seconds) + 1e-6));
    }

    /// <summary>The time signature.</summary>
    public Meter Meter { get; }

    /// <summary>The tempo changes.</summary>
    public ImmutableArray<TempoChange> Tempos { get; }

    /// <summary>The usual tempo in pulses a minute.</summary>
    public double Bpm { get; }

    /// <summary>Ticks and seconds.</summary>
    public TimeMap Map { get; }

    /// <summary>The last tick of the sound, at least 2.</summary>
    public int Last { get; }

    /// <summary>The grid of a document's beats; a steady one where it has none.</summary>
    public static BeatGrid Of(AnalysisDocument document, TranscriptionOptions options)
    {
        var heard = new Meter(document.Metre.Beats, document.Metre.Unit);
        var meter = IsUsual(heard) ? heard : Meter.Common;
        var pulses = PulseList.Of(document, Math.Max(1, meter.TicksPerBar / meter.TicksPerPulse));
        if (pulses.Count >= 2)
        {
            var anchors = BarAnchors.Of(pulses, meter);
            if (anchors.Count >= 2)
            {
                return new(meter, TempoFit.Of(anchors), 60 / PulseList.Gap(pulses), document.Seconds);
            }
        }

        meter = options.Metre ?? Meter.Common;
        var bpm = options.Bpm ?? UsualBpm;
        var quarters = bpm * meter.TicksPerPulse / Ticks.PerQuarter;
        return new(meter, [new(0, quarters)], bpm, document.Seconds);
    }

    /// <summary>The tick nearest to a second.</summary>
    public int Tick(double second) => (int)Math.Round(Map.TickAt(second));

    /// <summary>The sixteenth or triplet at a second where one is nearer than 30 ms, else the nearest tick.</summary>
    public int Soft(double second)
    {
        var parts = Meter.IsCompound ? (6, 4) : (4, 3);
        return Part(second, parts.Item1) ?? Part(second, parts.Item2) ?? Tick(second);
    }

    private int? Part(double second, int parts)
    {
        var step = (double)Meter.TicksPerPulse / parts;
        var tick = (int)Math.Round(Math.Round(Map.TickAt(second) / step) * step);
        return tick >= 0 && Math.Abs(Map.SecondsAt(tick) - second) < Near ? tick : null;
    }

    private static bool IsUsual(Meter meter) => meter.Beats is >= 1 and <= 32 && meter.Unit is 2 or 4 or 8 or 16;
}
