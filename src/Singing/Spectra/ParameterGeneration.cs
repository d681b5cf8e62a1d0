namespace Troubadour.Singing;

/// <summary>
/// Maximum-likelihood parameter generation (Tokuda et al. 2000, "Speech parameter generation algorithms for HMM-based speech
/// synthesis", case 1): the static track whose statics and dynamics together are likeliest, one banded positive-definite system a coefficient,
/// solved by LDL' in linear time.
/// </summary>
internal static class ParameterGeneration
{
    /// <summary>Generates a track.</summary>
    /// <param name="frames">The distribution of each frame: windows x order means, then as many variances.</param>
    /// <param name="order">Coefficients a frame.</param>
    /// <param name="windows">The static window (one coefficient) and dynamic windows of three.</param>
    /// <returns>Frames x order values.</returns>
    public static float[] Generate(ReadOnlySpan<float[]> frames, int order, float[][] windows)
    {
        var track = new float[frames.Length * order];
        var system = new BandedSystem(frames.Length);
        for (var d = 0; d < order; d++)
        {
            system.Clear();
            for (var w = 0; w < windows.Length; w++)
            {
                Accumulate(system, frames, w * order + d, windows.Length * order, windows[w]);
            }

            system.Solve();
            for (var t = 0; t < frames.Length; t++)
            {
                track[t * order + d] = (float)system.Solution[t];
            }
        }

        return track;
    }

    // The first and last frame have no dynamics: their neighbours are outside.
    private static void Accumulate(
        BandedSystem system,
        ReadOnlySpan<float[]> frames,
        int mean,
        int variance,
        float[] window
    )
    {
        if (window.Length == 1)
        {
            for (var t = 0; t < frames.Length; t++)
            {
                system.AddStatic(t, 1.0 / frames[t][mean + variance], frames[t][mean]);
            }

            return;
        }

        for (var t = 1; t < frames.Length - 1; t++)
        {
            system.AddDynamic(t, 1.0 / frames[t][mean + variance], frames[t][mean], window);
        }
    }

    private sealed class BandedSystem(int length)
    {
        private readonly double[] _diagonal = new double[length];
        private readonly double[] _first = new double[length];
        private readonly double[] _second = new double[length];

        public double[] Solution { get; } = new double[length];

        public void Clear()
        {
            Array.Clear(_diagonal);
            Array.Clear(_first);
            Array.Clear(_second);
            Array.Clear(Solution);
        }

        public void AddStatic(int t, double precision, double mean)
        {
            _diagonal[t] += precision;
            Solution[t] += precision * mean;
        }

        // _first[t] couples t with t + 1, _second[t] with t + 2.
        public void AddDynamic(int t, double precision, double mean, float[] window)
        {
            double a = window[0],
                b = window[1],
                c = window[2];
            _diagonal[t - 1] += precision * a * a;
            _diagonal[t] += precision * b * b;
            _diagonal[t + 1] += precision * c * c;
            _first[t - 1] += precision * a * b;
            _first[t] += precision * b * c;
            _second[t - 1] += precision * a * c;
            Solution[t - 1] += precision * a * mean;
            Solution[t] += precision * b * mean;
            Solution[t + 1] += precision * c * mean;
        }

        public void Solve()
        {
            for (var t = 0; t < length; t++)
            {
                var pivot = _diagonal[t];
                if (t + 1 < length)
                {
                    var l1 = _first[t] / pivot;
                    var l2 = _second[t] / pivot;
                    _diagonal[t + 1] -= l1 * _first[t];
                    Solution[t + 1] -= l1 * Solution[t];
                    if (t + 2 < length)
                    {
                        _first[t + 1] -= l1 * _second[t];
                        _diagonal[t + 2] -= l2 * _second[t];
                        Solution[t + 2] -= l2 * Solution[t];
                    }

                    _first[t] = l1;
                    _second[t] = l2;
                }
            }

            for (var t = length - 1; t >= 0; t--)
            {
                Solution[t] /= _diagonal[t];
                Solution[t] -= t + 1 < length ? _first[t] * Solution[t + 1] : 0;
                Solution[t] -= t + 2 < length ? _second[t] * Solution[t + 2] : 0;
            }
        }
    }
}
