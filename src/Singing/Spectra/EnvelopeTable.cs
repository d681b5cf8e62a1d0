using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>
/// Cosines and sines that turn mel-cepstra into a log spectrum and its minimum phase on a grid of bins, with the formants moved by a
/// factor: the log magnitude at f is the sum of c[m] cos(m w), its phase minus the sum of c[m] sin(m w), where w is the all-pass warped
/// frequency of f / warp (mel-cepstral analysis: Tokuda et al. 1994). Immutable.
/// </summary>
internal sealed class EnvelopeTable
{
    // Bins are kept in tiles, each with its rows for all coefficients one after the other, so that sums stay in registers.
    private const int Tile = 4 * FrameMath.Width;

    private readonly float[] _cosines;
    private readonly float[] _sines;
    private readonly int _order;

    /// <summary>Makes the tables.</summary>
    /// <param name="order">Cepstral coefficients.</param>
    /// <param name="alpha">All-pass coefficient of the cepstra.</param>
    /// <param name="bins">Bins from 0 to the Nyquist frequency, inclusive.</param>
    /// <param name="warp">Formant factor: above 1 is a shorter vocal tract.</param>
    public EnvelopeTable(int order, double alpha, int bins, double warp)
    {
        _order = order;
        Bins = bins;
        Stride = (bins + Tile - 1) / Tile * Tile;
        _cosines = new float[order * Stride];
        _sines = new float[order * Stride];
        for (var k = 0; k < bins; k++)
        {
            var linear = Math.Min(Math.PI * k / (bins - 1) / warp, Math.PI);
            var (sine, cosine) = (DeterministicMath.Sin(linear), DeterministicMath.Cos(linear));
            var w = linear + 2 * DeterministicMath.Atan(alpha * sine / (1 - alpha * cosine));
            for (var m = 0; m < order; m++)
            {
                var at = (k / Tile * order + m) * Tile + k % Tile;
                _cosines[at] = (float)DeterministicMath.Cos(m * w);
                _sines[at] = -(float)DeterministicMath.Sin(m * w);
            }
        }
    }

    /// <summary>Bins of the grid.</summary>
    public int Bins { get; }

    /// <summary>The length of spans for one frame: the bins, rounded up to whole tiles.</summary>
    public int Stride { get; }

    /// <summary>Log magnitude and phase of one frame.</summary>
    public void Evaluate(ReadOnlySpan<float> cepstrum, Span<float> logMagnitude, Span<float> phase)
    {
        Evaluate(cepstrum, logMagnitude);
        Sum(_sines, cepstrum, phase);
    }

    /// <summary>Log magnitude alone.</summary>
    public void Evaluate(ReadOnlySpan<float> cepstrum, Span<float> logMagnitude) =>
        Sum(_cosines, cepstrum, logMagnitude);

    private void Sum(float[] table, ReadOnlySpan<float> cepstrum, Span<float> sums)
    {
        ref var row = ref MemoryMarshal.GetArrayDataReference(table);
        for (var first = 0; first < Stride; first += Tile)
        {
            var (a, b, c, d) = (
                Vector256<float>.Zero,
                Vector256<float>.Zero,
                Vector256<float>.Zero,
                Vector256<float>.Zero
            );
            for (var m = 0; m < _order; m++)
            {
                var factor = Vector256.Create(cepstrum[m]);
                a += factor * Vector256.LoadUnsafe(ref row);
                b += factor * Vector256.LoadUnsafe(ref row, FrameMath.Width);
                c += factor * Vector256.LoadUnsafe(ref row, 2 * FrameMath.Width);
                d += factor * Vector256.LoadUnsafe(ref row, 3 * FrameMath.Width);
                row = ref Unsafe.Add(ref row, Tile);
            }

            a.CopyTo(sums[first..]);
            b.CopyTo(sums[(first + FrameMath.Width)..]);
            c.CopyTo(sums[(first + 2 * FrameMath.Width)..]);
            d.CopyTo(sums[(first + 3 * FrameMath.Width)..]);
        }
    }
}
