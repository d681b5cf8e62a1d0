namespace Troubadour.Separation;

/// <summary>Applies the masks of a frame to its spectrum and adds what comes out to the parts that are not the rest.</summary>
/// <param name="masked">Parts that have masks of their own; one more is what they leave of the sound.</param>
/// <param name="medianShare">How much of the drums' mask is the medians'; not 0 only where parts are stems.</param>
internal sealed class FrameSplitter(int masked, float medianShare)
{
    private const float Sure = 0.999f;

    private readonly MidSideStft _stft = new();
    private readonly PercussiveMask _percussive = new();
    private readonly int[] _bandOf = BandOf();
    private readonly float[] _percussion = new float[Grid.Bins];
    private readonly float[] _mid = new float[masked * Grid.Bins];
    private readonly float[] _side = new float[masked * Grid.Bins];
    private readonly float[] _real = new float[Grid.Fft];
    private readonly float[] _imaginary = new float[Grid.Fft];

    /// <summary>Splits a frame.</summary>
    /// <param name="ring">Where it is.</param>
    /// <param name="frame">Its number.</param>
    /// <param name="masks">[part][channel][band].</param>
    /// <param name="left">The masked parts' left samples to add to, 4,096 each.</param>
    /// <param name="right">Their right samples.</param>
    public void Split(FrameRing ring, long frame, ReadOnlySpan<float> masks, float[][] left, float[][] right)
    {
        if (medianShare > 0)
        {
            _percussive.Compute(ring, frame, _percussion);
        }

        Spread(masks, 0, _mid);
        Spread(masks, 1, _side);
        for (var stem = 0; stem < masked; stem++)
        {
            Apply(ring.Real(frame), ring.Imaginary(frame), stem);
            _stft.AddInverse(_real, _imaginary, left[stem], right[stem]);
        }
    }

    // Masks of bins from masks of bands; the drums' one meets the medians, and the others share what is left as before.
    private void Spread(ReadOnlySpan<float> masks, int channel, Span<float> bins)
    {
        const int Drums = (int)Stem.Drums;
        for (var stem = 0; stem < masked; stem++)
        {
            var bands = masks.Slice((stem * Grid.Channels + channel) * Grid.Bands, Grid.Bands);
            var target = bins.Slice(stem * Grid.Bins, Grid.Bins);
            for (var bin = 0; bin < Grid.Bins; bin++)
            {
                target[bin] = bands[_bandOf[bin]];
            }
        }

        for (var bin = 0; medianShare > 0 && bin < Grid.Bins; bin++)
        {
            var drums = bins[Drums * Grid.Bins + bin];
            var met = drums + (_percussion[bin] - drums) * medianShare;
            var rest = drums < Sure ? (1 - met) / (1 - drums) : 0;
            bins[bin] *= rest;
            bins[2 * Grid.Bins + bin] *= rest;
            bins[Drums * Grid.Bins + bin] = met;
        }
    }

    // Mid is the even part of the spectrum, i * side the odd one: both masks at once are a factor on each bin and one on its mirror.
    private void Apply(ReadOnlySpan<float> real, ReadOnlySpan<float> imaginary, int stem)
    {
        var mid = _mid.AsSpan(stem * Grid.Bins, Grid.Bins);
        var side = _side.AsSpan(stem * Grid.Bins, Grid.Bins);
        for (var k = 0; k < Grid.Bins; k++)
        {
            var mirror = (Grid.Fft - k) & (Grid.Fft - 1);
            var own = 0.5f * (mid[k] + side[k]);
            var other = 0.5f * (mid[k] - side[k]);
            _real[k] = own * real[k] + other * real[mirror];
            _imaginary[k] = own * imaginary[k] - other * imaginary[mirror];
            _real[mirror] = own * real[mirror] + other * real[k];
            _imaginary[mirror] = own * imaginary[mirror] - other * imaginary[k];
        }
    }

    private static int[] BandOf()
    {
        var edges = Grid.Edges();
        var bands = new int[Grid.Bins];
        for (var band = 0; band < Grid.Bands; band++)
        {
            Array.Fill(bands, band, edges[band], edges[band + 1] - edges[band]);
        }

        return bands;
    }
}
