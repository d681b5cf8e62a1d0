using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>How alike every two bars are, by their notes and by their timbre, 0 to 1.</summary>
internal sealed class BarLikeness
{
    private readonly double[] _notes;
    private readonly double[] _timbre;

    public BarLikeness(BarFeatures bars)
    {
        Count = bars.Count;
        _notes = new double[Count * Count];
        _timbre = new double[Count * Count];
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++)
            {
                var cosine = HarmonicChange.Cosine(bars.Chroma[i], bars.Chroma[j]);
                _notes[i * Count + j] = cosine * cosine * cosine * cosine;
                _timbre[i * Count + j] = DeterministicMath.Exp(-0.7 * Distance(bars.Timbre[i], bars.Timbre[j]));
            }
        }
    }

    /// <summary>Bars.</summary>
    public int Count { get; }

    /// <summary>Likeness of the notes of two bars.</summary>
    public double Notes(int i, int j) => _notes[i * Count + j];

    /// <summary>Likeness of the timbre of two bars.</summary>
    public double Timbre(int i, int j) => _timbre[i * Count + j];

    /// <summary>Mean likeness of stretches that start at two bars and run beside each other.</summary>
    public double Beside(int i, int j, int length)
    {
        var sum = 0.0;
        for (var k = 0; k < length; k++)
        {
            sum += 0.6 * Notes(i + k, j + k) + 0.4 * Timbre(i + k, j + k);
        }

        return length == 0 ? 0 : sum / length;
    }

    private static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }

        return Math.Sqrt(sum / a.Length);
    }
}
