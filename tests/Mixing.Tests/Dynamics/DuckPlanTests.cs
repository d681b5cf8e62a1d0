namespace Troubadour.Mixing.Tests.Dynamics;

public class DuckPlanTests
{
    [Fact]
    public void A_planned_ducking_falls_by_its_depth_inside_its_spans_whatever_sounds()
    {
        var settings = new MixSettings
        {
            Channels =
            [
                new()
                {
                    Id = "pad",
                    Duck = new(6, 0.01, 0.1) { Spans = [new(1, 2), new(2.5, 2.6)] },
                },
            ],
            Bus = new() { Glue = null },
            MasterGainDb = 0,
        };
        var frames = 4 * Signals.Rate;
        var pad = new ArraySource("pad", Signals.Sine(441, 0.2, frames));
        var result = new MixDown(settings).Run([pad, new ArraySource("lead", Signals.Noise(1, 1e-4, frames))], frames);
        double Level(double from, double seconds) =>
            Signals.Db(
                Signals.Rms(result.Master.Left.AsSpan((int)(from * Signals.Rate), (int)(seconds * Signals.Rate)))
            );

        var usual = Level(0.2, 0.7);
        Assert.Equal(usual - 6, Level(1.1, 0.85), 0.05);
        Assert.Equal(usual, Level(0.2, 0.78), 0.01);
        Assert.Equal(usual - 6, Level(2.57, 0.025), 0.3);
        Assert.Equal(usual, Level(3.5, 0.4), 0.05);
    }

    [Fact]
    public void Spans_that_run_into_one_another_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new MixDown(new() { ReturnsDuck = new(3) { Spans = [new(1, 3), new(2, 4)] } }).Run([], 100)
        );
}
