using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Brings a spectrum to three bins a semitone from <see cref="NoteDictionary.LowestKey"/> on, tuned to a reference, and whitens it: what
/// stands out over the mean of an octave around it, divided by the spread there.
/// </summary>
internal sealed class LogSpectrum
{
    private const int Around = 18;

    private readonly int[] _from;
    private readonly float[][] _weights;
    private readonly double[] _sums = new double[NoteDictionary.Bins + 1];
    private readonly double[] _squares = new double[NoteDictionary.Bins + 1];

    /// <param name="hertzPerBin">Distance of two bins of the spectrum, Hz.</param>
    /// <param name="tuningHz">The frequency of the key 69.</param>
    public LogSpectrum(double hertzPerBin, double tuningHz)
    {
        _from = new int[NoteDictionary.Bins];
        _weights = new float[NoteDictionary.Bins][];
        for (var bin = 0; bin < NoteDictionary.Bins; bin++)
        {
            var key = NoteDictionary.LowestKey + (bin - 1.0) / NoteDictionary.PerSemitone;
            var centre = tuningHz * DeterministicMath.Exp2((key - 69) / 12) / hertzPerBin;
            var half = Math.Max(1, centre * (DeterministicMath.Exp2(1.0 / 36) - 1));
            var first = (int)Math.Ceiling(centre - half);
            var weights = new List<float>();
            for (var k = first; k <= centre + half; k++)
            {
                weights.Add((float)Math.Max(0, 1 - Math.Abs(k - centre) / half));
            }

            (_from[bin], _weights[bin]) = (first, [.. weights]);
        }
    }

    /// <summary>Maps magnitudes and whitens.</summary>
    public void Map(ReadOnlySpan<float> magnitudes, Span<float> spectrum)
    {
        for (var bin = 0; bin < spectrum.Length; bin++)
        {
            var weights = _weights[bin];
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
            {
                sum += weights[k] * magnitudes[_from[bin] + k];
            }

            spectrum[bin] = sum;
        }

        Whiten(spectrum);
    }

    private void Whiten(Span<float> spectrum)
    {
        for (var bin = 0; bin < spectrum.Length; bin++)
        {
            _sums[bin + 1] = _sums[bin] + spectrum[bin];
            _squares[bin + 1] = _squares[bin] + (double)spectrum[bin] * spectrum[bin];
        }

        for (var bin = 0; bin < spectrum.Length; bin++)
        {
            var (low, high) = (Math.Max(0, bin - Around), Math.Min(spectrum.Length, bin + Around + 1));
            var mean = (_sums[high] - _sums[low]) / (high - low);
            var spread = Math.Sqrt(Math.Max(0, (_squares[high] - _squares[low]) / (high - low) - mean * mean));
            var over = spectrum[bin] - mean;
            spectrum[bin] = over > 0 && spread > 1e-9 ? (float)(over / DeterministicMath.Pow(spread, 0.7)) : 0;
        }
    }
}
