using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>tan(pi f / rate) over the filter's cutoff in absolute cents, tabulated every 8 cents and read linearly (relative error below 1e-5).</summary>
internal sealed class CutoffTable
{
    private const double Lowest = 1500;
    private const double Spacing = 8;
    private const double HighestShare = 0.45;

    private readonly double[] _tangents;

    /// <summary>Makes the table for a rate in frames a second.</summary>
    public CutoffTable(int rate)
    {
        _tangents = new double[(int)((GeneratorTable.OpenCutoff - Lowest) / Spacing) + 3];
        for (var i = 0; i < _tangents.Length; i++)
        {
            var hertz = Math.Min(Timecents.Hertz(Lowest + i * Spacing), HighestShare * rate);
            _tangents[i] = DeterministicMath.Tan(Math.PI * hertz / rate);
        }
    }

    /// <summary>The tangent of half the cutoff's angle; the cutoff is held between 1500 and 13500 cents.</summary>
    public double HalfAngleTangent(double cents)
    {
        var at = (Math.Clamp(cents, Lowest, GeneratorTable.OpenCutoff) - Lowest) / Spacing;
        var i = (int)at;
        return _tangents[i] + (at - i) * (_tangents[i + 1] - _tangents[i]);
    }
}
