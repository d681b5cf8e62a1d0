using Troubadour.Music;

namespace Troubadour.Analysis.Tests;

/// <summary>Steady beats are made even, others are left.</summary>
public class SteadyBeatsTests
{
    [Theory]
    [InlineData(0.5, 0.004)]
    [InlineData(0.33, 0.009)]
    public void Beats_that_waver_by_milliseconds_become_even(double gap, double jitter)
    {
        var even = SteadyBeats.Straighten(Beats(100, gap, 1, jitter), 1000);
        var step = (even[^1] - even[0]) / 99;
        Assert.Equal(gap, step, 0.0002);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(even[0] + step * i, even[i], 1e-9));
    }

    [Fact]
    public void Beats_that_slow_down_are_left()
    {
        var beats = Beats(60, 0.5, 1.01, 0);
        Assert.Equal(beats, SteadyBeats.Straighten(beats, 1000));
    }

    [Fact]
    public void No_beat_moves_by_more_than_is_heard_and_none_out_of_the_sound()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new RandomStream(seed, "beats");
            var beats = Beats(
                random.NextInt(90),
                random.Next(0.25, 1),
                random.Next(0.999, 1.002),
                random.Next(0, 0.02)
            );
            var even = SteadyBeats.Straighten(beats, beats.LastOrDefault());
            Assert.Equal(beats.Length, even.Length);
            Assert.All(beats.Zip(even), pair => Assert.InRange(pair.Second - pair.First, -0.0121, 0.0121));
            Assert.All(even, second => Assert.InRange(second, 0, beats[^1]));
            Assert.Equal(even.Order(), even);
        }
    }

    private static double[] Beats(int count, double gap, double slower, double jitter)
    {
        var random = new RandomStream(count, "jitter");
        var beats = new double[count];
        for (var (i, at) = (0, 0.02); i < count; i++, at += gap, gap *= slower)
        {
            beats[i] = Math.Max(0, at + random.Next(-jitter, jitter));
        }

        return beats;
    }
}
