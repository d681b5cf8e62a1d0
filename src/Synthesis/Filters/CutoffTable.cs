using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>The tangent that integrators of a filter need, read between points a 48th of an octave apart; within 2e-3 of it.</summary>
internal sealed class CutoffTable
{
    private const double Lowest = 16;
    private const int PerOctave = 48;
    private readonly double[] _values;
    private readonly double _most;

    public CutoffTable(int rate)
    {
        _values = new double[11 * PerOctave + 2];
        _most = Math.Min(20000, rate * 0.46);
        for (var i = 0; i < _values.Length; i++)
        {
            var hertz = Math.Min(_most, Lowest * FastExponential.Exp2((double)i / PerOctave));
            _values[i] = DeterministicMath.Tan(Math.PI * hertz / rate);
        }
    }

    /// <summary>tan(π f / rate) for semitones above 16 Hz; held within what filters can do.</summary>
    public double At(double semitones)
    {
        var x = Math.Clamp(semitones * (PerOctave / 12.0), 0, _values.Length - 2);
        var i = (int)x;
        return _values[i] + (_values[i + 1] - _values[i]) * (x - i);
    }

    /// <summary>Semitones above 16 Hz.</summary>
    public static double Semitones(double hertz) => DeterministicMath.Log2(hertz / Lowest) * 12;
}
