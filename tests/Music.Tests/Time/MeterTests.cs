using CsCheck;

namespace Troubadour.Music.Tests.Time;

public class MeterTests
{
    [Theory]
    [InlineData("4/4", 4 * 960, 960, false)]
    [InlineData("3/4", 3 * 960, 960, false)]
    [InlineData("2/2", 4 * 960, 1920, false)]
    [InlineData("6/8", 3 * 960, 1440, true)]
    [InlineData("9/8", 9 * 480, 1440, true)]
    [InlineData("12/8", 6 * 960, 1440, true)]
    [InlineData("3/8", 3 * 480, 480, false)]
    [InlineData("7/8", 7 * 480, 480, false)]
    [InlineData("5/4", 5 * 960, 960, false)]
    [InlineData("32/16", 32 * 240, 240, false)]
    public void A_metre_knows_its_bar_and_its_pulse(string text, int bar, int pulse, bool compound)
    {
        Assert.True(Meter.TryParse(text, out var meter));
        Assert.Equal(bar, meter.TicksPerBar);
        Assert.Equal(pulse, meter.TicksPerPulse);
        Assert.Equal(compound, meter.IsCompound);
        Assert.Equal(text, meter.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("4/")]
    [InlineData("/4")]
    [InlineData("0/4")]
    [InlineData("33/4")]
    [InlineData("4/3")]
    [InlineData("4/1")]
    [InlineData("4/32")]
    [InlineData("4/4/4")]
    [InlineData("-4/4")]
    [InlineData("4.0/4")]
    [InlineData("99999999999/4")]
    public void What_is_no_metre_is_refused(string? text)
    {
        Assert.False(Meter.TryParse(text, out var meter));
        Assert.Equal(Meter.Common, meter);
    }

    [Fact]
    public void No_text_throws_and_what_is_read_is_written_the_same_way() =>
        Gen.String[Gen.Char["0123456789/ -"], 0, 6]
            .Sample(text =>
                !Meter.TryParse(text, out var meter)
                || (Meter.TryParse(meter.ToString(), out var again) && again == meter && meter.TicksPerBar > 0)
            );
}
