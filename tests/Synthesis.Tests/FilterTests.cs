using Troubadour.Audio;

namespace Troubadour.Synthesis.Tests;

public class FilterTests
{
    private const int Rate = SampleRate.House;

    private static FilterSheet Sheet(FilterKind kind, int slope) =>
        new()
        {
            Kind = kind,
            Slope = slope,
            Cutoff = 1000,
            Resonance = 0,
            Tracking = 0,
            Velocity = 0,
            Modulation = 1,
            Drive = -40,
        };

    /// <summary>Gain in dB of a steady sine.</summary>
    private static double Gain(VoiceFilter filter, double cutoff, double resonance, double hertz)
    {
        filter.Start();
        var tangent = DeterministicMath.Tan(Math.PI * cutoff / Rate);
        var (input, output) = (0.0, 0.0);
        var left = new float[Oscillator.Padded];
        for (var run = 0; run < 900; run++)
        {
            for (var i = 0; i < 32; i++)
            {
                left[i] = 0.1f * (float)Math.Sin(2 * Math.PI * hertz * (run * 32 + i) / Rate);
                input += run >= 450 ? left[i] * (double)left[i] : 0;
            }

            filter.Process(tangent, resonance, left, [], 32);
            output += run >= 450 ? left[..32].Sum(x => x * (double)x) : 0;
        }

        return 10 * Math.Log10(output / input);
    }

    [Theory]
    [InlineData(0, 12, 8000, -36)]
    [InlineData(0, 24, 4000, -48)]
    [InlineData(2, 12, 125, -36)]
    [InlineData(2, 24, 250, -48)]
    [InlineData(3, 24, 4000, -48)]
    public void Three_octaves_and_two_out_the_slope_is_what_it_is_called(
        int kind,
        int slope,
        double hertz,
        double expected
    )
    {
        // Oracle: analogue Butterworth slopes, which the bilinear warp only makes steeper above; a ladder's four poles start earlier.
        var filter = VoiceFilter.Make(Sheet((FilterKind)kind, slope));
        Assert.InRange(Gain(filter, 1000, 0, hertz), expected - 5, expected + 2);
        Assert.InRange(Gain(filter, 1000, 0, kind == 2 ? 8000 : 60), -0.6, 0.3);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(0, 24)]
    [InlineData(2, 12)]
    public void At_its_cutoff_a_filter_without_resonance_is_3_dB_down(int kind, int slope) =>
        Assert.Equal(-3.01, Gain(VoiceFilter.Make(Sheet((FilterKind)kind, slope)), 1000, 0, 1000), 0.1);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Resonance_lifts_the_cutoff(int kind)
    {
        var filter = VoiceFilter.Make(Sheet((FilterKind)kind, 12));
        Assert.True(Gain(filter, 1000, 0.8, 1000) > Gain(filter, 1000, 0.2, 1000) + 6);
    }

    [Theory]
    [InlineData(0, 12, 0)]
    [InlineData(1, 12, 12)]
    [InlineData(2, 24, 0)]
    [InlineData(3, 24, 30)]
    public void Any_movement_of_the_cutoff_stays_stable(int kind, int slope, double drive)
    {
        var filter = VoiceFilter.Make(Sheet((FilterKind)kind, slope) with { Drive = drive });
        var cutoffs = new CutoffTable(Rate);
        filter.Start();
        var peak = 0f;
        var left = new float[Oscillator.Padded];
        var right = new float[Oscillator.Padded];
        for (var run = 0; run < 4000; run++)
        {
            for (var i = 0; i < 32; i++)
            {
                left[i] = (float)Counter.Signed(1, (ulong)(run * 32 + i));
                right[i] = -left[i];
            }

            filter.Process(cutoffs.At(140 * Counter.Unit(2, (ulong)run)), 1, left, right, 32);
            peak = Math.Max(peak, left[..32].Concat(right[..32]).Max(Math.Abs));
        }

        Assert.InRange(peak, 0.01f, 60f);
    }

    [Fact]
    public void One_channel_and_two_give_the_same()
    {
        foreach (var kind in Enum.GetValues<FilterKind>())
        {
            var (one, two) = (VoiceFilter.Make(Sheet(kind, 24)), VoiceFilter.Make(Sheet(kind, 24)));
            one.Start();
            two.Start();
            for (var run = 0; run < 20; run++)
            {
                var mono = new float[Oscillator.Padded];
                for (var i = 0; i < 32; i++)
                {
                    mono[i] = (float)Counter.Signed(3, (ulong)(run * 32 + i));
                }

                var (left, right) = (mono.ToArray(), mono.ToArray());
                one.Process(0.01 * (run + 1), 0.5, mono, [], 32);
                two.Process(0.01 * (run + 1), 0.5, left, right, 32);
                Assert.Equal(mono[..32], left[..32]);
                Assert.Equal(mono[..32], right[..32]);
            }
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(440)]
    [InlineData(5000)]
    [InlineData(19000)]
    public void The_table_of_tangents_is_exact_to_a_cent_or_so(double hertz)
    {
        var value = new CutoffTable(Rate).At(CutoffTable.Semitones(hertz));
        Assert.Equal(1, value / Math.Tan(Math.PI * hertz / Rate), 2e-3);
    }
}
