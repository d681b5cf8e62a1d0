using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Sums of spectral power in bands whose width is a fraction of an octave; bands narrower than a bin are joined.</summary>
internal sealed class FilterBank
{
    private readonly int[] _edges;

    /// <param name="hertzPerBin">Distance of two bins of the spectrum, Hz.</param>
    /// <param name="bins">Bins of the spectrum.</param>
    /// <param name="lowestHz">The lower edge of the first band.</param>
    /// <param name="perOctave">Bands an octave.</param>
    public FilterBank(double hertzPerBin, int bins, double lowestHz, int perOctave)
    {
        var edges = new List<int>();
        for (var k = 0; ; k++)
        {
            var bin = (int)Math.Round(lowestHz * DeterministicMath.Exp2((double)k / perOctave) / hertzPerBin);
            if (bin >= bins)
            {
                break;
            }

            if (edges.Count == 0 || bin > edges[^1])
            {
                edges.Add(bin);
            }
        }

        _edges = [.. edges];
        Centres = new double[_edges.Length - 1];
        for (var b = 0; b < Centres.Length; b++)
        {
            Centres[b] = 0.5 * (_edges[b] + _edges[b + 1] - 1) * hertzPerBin;
        }
    }

    /// <summary>The middle of each band, Hz.</summary>
    public double[] Centres { get; }

    /// <summary>Bands.</summary>
    public int Count => Centres.Length;

    /// <summary>The power in each band.</summary>
    public void Apply(ReadOnlySpan<float> power, Span<float> bands)
    {
        for (var b = 0; b < Count; b++)
        {
            var sum = 0f;
            foreach (var value in power[_edges[b].._edges[b + 1]])
            {
                sum += value;
            }

            bands[b] = sum;
        }
    }
}
