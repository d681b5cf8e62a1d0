using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// The loudness of a sound under gains that are found only later: it keeps the K-weighted energy (ITU-R BS.1770-4) of every short block, so that any
/// plan of gains is judged without hearing the sound again. Hops are whole blocks, about 100 ms, and a moving gain counts by its mean square
/// over a block: beside <see cref="LoudnessMeter"/> it errs by hundredths of an LU.
/// </summary>
public sealed class LoudnessBlocks
{
    private readonly KFilter _filter;
    private readonly List<float> _energies = [];
    private readonly int _block;
    private readonly int _hop;
    private Vector128<double> _sum;
    private int _inBlock;

    /// <summary>Makes it at rest.</summary>
    /// <param name="block">Frames of a block.</param>
    /// <param name="rate">Frames a second.</param>
    public LoudnessBlocks(int block, int rate = SampleRate.House)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1000);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(block, rate / 10);
        _filter = new(rate);
        _block = block;
        _hop = (int)Math.Round(rate / 10.0 / block);
    }

    /// <summary>Takes frames; both spans have the same length.</summary>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException("Both channels must have the same length.", nameof(right));
        }

        while (!left.IsEmpty)
        {
            var count = Math.Min(left.Length, _block - _inBlock);
            _filter.Add(left[..count], right[..count], ref _sum);
            _inBlock += count;
            if (_inBlock == _block)
            {
                _energies.Add((float)(_sum[0] + _sum[1]));
                (_sum, _inBlock) = (Vector128<double>.Zero, 0);
                _filter.Flush();
            }

            left = left[count..];
            right = right[count..];
        }
    }

    /// <summary>Integrated loudness in LUFS of the whole blocks under gains; -infinity for silence.</summary>
    /// <param name="edges">The gain, a ratio, at each block's start and at the last one's end.</param>
    public double Integrated(ReadOnlySpan<float> edges)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(edges.Length, _energies.Count);
        var hops = new List<double>(_energies.Count / _hop);
        for (var start = 0; start + _hop <= _energies.Count; start += _hop)
        {
            var sum = 0.0;
            for (var b = start; b < start + _hop; b++)
            {
                var (from, to) = ((double)edges[b], (double)edges[b + 1]);
                sum += _energies[b] * (from * from + from * to + to * to);
            }

            hops.Add(sum / (3.0 * _hop * _block));
        }

        return Gating.Integrated(hops);
    }
}
