using System.Collections.Immutable;
using CsCheck;

namespace Troubadour.Music.Tests.Time;

public class TimeMapTests
{
    private static readonly Gen<ImmutableArray<TempoChange>> Tempos = Gen.Select(
            Gen.Int[1, 20_000],
            Gen.Double[20, 400]
        )
        .Array[1, 30]
        .Select(steps =>
        {
            var tick = -steps[0].Item1;
            return steps.Select(step => new TempoChange(tick += step.Item1, step.Item2)).ToImmutableArray();
        })
        .Select(changes => changes.Select(c => c with { Tick = c.Tick - changes[0].Tick }).ToImmutableArray());

    [Fact]
    public void A_tick_comes_back_from_its_seconds() =>
        Gen.Select(Tempos, Gen.Double[0, 700_000])
            .Sample(
                (tempos, tick) =>
                {
                    var map = new TimeMap(tempos);
                    return Math.Abs(map.TickAt(map.SecondsAt(tick)) - tick) < 1e-6;
                }
            );

    [Fact]
    public void Time_never_runs_backwards() =>
        Gen.Select(Tempos, Gen.Double[0, 700_000], Gen.Double[0.001, 5000])
            .Sample(
                (tempos, tick, later) =>
                {
                    var map = new TimeMap(tempos);
                    return map.SecondsAt(tick + later) > map.SecondsAt(tick);
                }
            );

    [Fact]
    public void Seconds_are_the_sum_of_the_ticks_between() =>
        Gen.Select(Tempos, Gen.Int[0, 100_000])
            .Sample(
                (tempos, tick) =>
                {
                    // The oracle goes through the changes one after another.
                    var seconds = 0.0;
                    for (var i = 0; i < tempos.Length && tempos[i].Tick < tick; i++)
                    {
                        var until = i + 1 < tempos.Length ? Math.Min(tick, tempos[i + 1].Tick) : tick;
                        seconds += (until - tempos[i].Tick) * 60.0 / (tempos[i].QuartersPerMinute * Ticks.PerQuarter);
                    }

                    return Math.Abs(new TimeMap(tempos).SecondsAt(tick) - seconds) < 1e-9 * (1 + seconds);
                }
            );

    [Fact]
    public void A_quarter_at_120_lasts_half_a_second()
    {
        var map = new TimeMap([new(0, 120), new(Ticks.PerQuarter, 60)]);
        Assert.Equal(0.5, map.SecondsAt(Ticks.PerQuarter), 12);
        Assert.Equal(1.5, map.SecondsAt(2 * Ticks.PerQuarter), 12);
        Assert.Equal(1.5 * Ticks.PerQuarter, map.TickAt(1.0), 9);
        Assert.Equal(-0.5, map.SecondsAt(-Ticks.PerQuarter), 12);
    }

    public static TheoryData<string, ImmutableArray<TempoChange>> Broken =>
        new()
        {
            { "none", [] },
            { "default", default },
            { "late", [new(1, 120)] },
            { "zero", [new(0, 0)] },
            { "negative", [new(0, 120), new(10, -1)] },
            { "no number", [new(0, double.NaN)] },
            { "endless", [new(0, double.PositiveInfinity)] },
            { "twice", [new(0, 120), new(10, 100), new(10, 90)] },
            { "unordered", [new(0, 120), new(10, 100), new(5, 90)] },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void An_impossible_map_is_refused(string why, ImmutableArray<TempoChange> changes)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new TimeMap(changes));
        Assert.True(refusal.Message.Contains("tempo", StringComparison.OrdinalIgnoreCase), why);
    }
}
