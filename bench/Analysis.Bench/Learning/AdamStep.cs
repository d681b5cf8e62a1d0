namespace Troubadour.Analysis.Bench;

/// <summary>Adam's moments for one table of weights.</summary>
internal sealed class AdamStep(float[] weights, double decay)
{
    private readonly double[] _first = new double[weights.Length];
    private readonly double[] _second = new double[weights.Length];
    private double _power1 = 1;
    private double _power2 = 1;

    public void Take(float[] gradient, double rate)
    {
        _power1 *= 0.9;
        _power2 *= 0.999;
        for (var k = 0; k < weights.Length; k++)
        {
            _first[k] = 0.9 * _first[k] + 0.1 * gradient[k];
            _second[k] = 0.999 * _second[k] + 0.001 * gradient[k] * gradient[k];
            var step = _first[k] / (1 - _power1) / (Math.Sqrt(_second[k] / (1 - _power2)) + 1e-8);
            weights[k] -= (float)(rate * (step + decay * weights[k]));
        }
    }
}
