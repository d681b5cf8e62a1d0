namespace Troubadour.Mixing.Tests.Effects;

public class TempoDelayTests
{
    [Fact]
    public void Echoes_come_in_time_from_side_to_side_and_fall_by_the_feedback()
    {
        var tone = Signals.Sine(1200, 0.5, 2205);
        var input = new float[3 * Signals.Rate];
        tone.CopyTo(input, 0);
        var (left, right) = (new float[input.Length], new float[input.Length]);
        new TempoDelay(new(0.5, 0.5)).Process(input, input, left, right);
        double Level(float[] side, double second) => Signals.Rms(side.AsSpan((int)(second * Signals.Rate), 2205));
        Assert.Equal(0, Level(left, 0.4));
        Assert.InRange(Level(left, 0.5), 0.25, 0.36);
        Assert.InRange(Level(right, 0.5), 0, 1e-6);
        Assert.Equal(0.5, Level(right, 1) / Level(left, 0.5), 0.06);
        Assert.Equal(0.5, Level(left, 1.5) / Level(right, 1), 0.06);
        Assert.InRange(Level(left, 1), 0, 0.01);
    }

    [Theory]
    [InlineData(0.001, 0.3)]
    [InlineData(5, 0.3)]
    [InlineData(double.NaN, 0.3)]
    [InlineData(0.5, 1)]
    public void Times_and_feedback_out_of_range_are_refused(double seconds, double feedback) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TempoDelay(new(seconds, feedback)));
}
