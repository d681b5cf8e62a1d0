using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A build: a roll on snare or clap that doubles its strokes and swells while the kick falls away.</summary>
internal static class DrumBuild
{
    /// <summary>What the groove keeps during a build: its kick, without the last beat of the last bar.</summary>
    public static void Thin(DrumBar bar, bool last)
    {
        foreach (var drum in bar.Drums.ToList())
        {
            for (var step = 0; step < bar.Steps; step++)
            {
                if (drum != "kick" || step % 4 != 0 || (last && step >= bar.Steps - 4))
                {
                    bar.Set(drum, step, '.');
                }
            }
        }
    }

    /// <summary>The roll: quarters, eighths, then sixteenths, each for its share of the time.</summary>
    public static IEnumerable<Note> Roll(
        Transition turn,
        Direction direction,
        ImmutableDictionary<string, string> groove
    )
    {
        var key = DrumKeys.ByName[groove.ContainsKey("clap") && !groove.ContainsKey("snare") ? "clap" : "snare"];
        var length = turn.Tick - turn.From;
        var usual = direction.Meter.IsCompound ? Ticks.PerSixteenth * 6 : Ticks.PerQuarter;
        for (var tick = turn.From; tick < turn.Tick; )
        {
            var done = (double)(tick - turn.From) / length;
            var step =
                done < 0.5 ? usual
                : done < 0.75 ? usual / 2
                : Ticks.PerSixteenth;
            yield return new Note(tick, Ticks.PerSixteenth, key, (int)(52 + 64 * done * (0.4 + 0.6 * done)));
            tick += step;
        }
    }
}
