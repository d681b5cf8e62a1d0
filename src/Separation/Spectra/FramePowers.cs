namespace Troubadour.Separation;

/// <summary>Powers of a frame: of mid and side in bands, and of both together in bins.</summary>
internal sealed class FramePowers
{
    private readonly int[] _edges = Grid.Edges();
    private readonly float[] _mid = new float[Grid.Bins];
    private readonly float[] _side = new float[Grid.Bins];

    /// <summary>Computes them.</summary>
    /// <param name="real">Real parts of the spectrum of mid + i * side.</param>
    /// <param name="imaginary">Its imaginary parts.</param>
    /// <param name="bands">Mid's bands, then side's.</param>
    /// <param name="bins">Power by bin.</param>
    public void Compute(ReadOnlySpan<float> real, ReadOnlySpan<float> imaginary, Span<float> bands, Span<float> bins)
    {
        for (var k = 0; k < Grid.Bins; k++)
        {
            var mirror = (Grid.Fft - k) & (Grid.Fft - 1);
            var (r, i, mr, mi) = (real[k], imaginary[k], real[mirror], imaginary[mirror]);
            _mid[k] = 0.25f * ((r + mr) * (r + mr) + (i - mi) * (i - mi));
            _side[k] = 0.25f * ((r - mr) * (r - mr) + (i + mi) * (i + mi));
            bins[k] = _mid[k] + _side[k];
        }

        Sum(_mid, bands[..Grid.Bands]);
        Sum(_side, bands[Grid.Bands..]);
    }

    private void Sum(ReadOnlySpan<float> bins, Span<float> bands)
    {
        for (var band = 0; band < Grid.Bands; band++)
        {
            var sum = 0f;
            for (var k = _edges[band]; k < _edges[band + 1]; k++)
            {
                sum += bins[k];
            }

            bands[band] = sum;
        }
    }
}
