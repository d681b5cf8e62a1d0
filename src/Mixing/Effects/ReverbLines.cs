using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// The delay lines of a reverb and their absorption: 16 prime lengths in geometric steps, each with a first-order shelf whose gain is what
/// the line's length asks for (J.-M. Jot and A. Chaigne 1991, "Digital delay networks for designing artificial reverberators").
/// </summary>
internal sealed class ReverbLines
{
    public const int Count = 16;
    private const double Spread = 3.3;

    // Short and long lines are spread over the lanes, so that both sides and all butterflies get some of each.
    private static readonly int[] s_order = [0, 9, 4, 13, 2, 11, 6, 15, 8, 1, 12, 5, 10, 3, 14, 7];

    private readonly int _rate;

    public ReverbLines(ReverbSettings settings, int rate)
    {
        _rate = rate;
        var least = Segments.Length + 16;
        for (var i = 0; i < Count; i++)
        {
            var seconds = settings.ShortestDelaySeconds * DeterministicMath.Pow(Spread, i / (Count - 1.0));
            var delay = NextPrime(Math.Max(least, (int)(seconds * rate)));
            least = delay + 1;
            Delays[s_order[i]] = delay;
        }

        for (var lane = 0; lane < Count; lane++)
        {
            SetAbsorption(lane, settings);
        }
    }

    public int[] Delays { get; } = new int[Count];

    public float[] B0 { get; } = new float[Count];

    public float[] B1 { get; } = new float[Count];

    public float[] A1 { get; } = new float[Count];

    /// <summary>The share of energy that is left after a pass through all lines, at low frequencies.</summary>
    public double KeptEnergy { get; private set; }

    /// <summary>Seconds to fall by 60 dB at a frequency: the lines' mean rate of loss.</summary>
    public double DecayAt(double hertz)
    {
        var w = 2 * Math.PI * hertz / _rate;
        var (lossDb, seconds) = (0.0, 0.0);
        for (var lane = 0; lane < Count; lane++)
        {
            var (cos, sin) = (DeterministicMath.Cos(w), DeterministicMath.Sin(w));
            var (nr, ni) = (B0[lane] + B1[lane] * cos, B1[lane] * sin);
            var (dr, di) = (1 + A1[lane] * cos, A1[lane] * sin);
            lossDb -= DeterministicMath.ToDecibels((nr * nr + ni * ni) / (dr * dr + di * di)) / 2;
            seconds += (double)Delays[lane] / _rate;
        }

        return 60 * seconds / lossDb;
    }

    private void SetAbsorption(int lane, ReverbSettings settings)
    {
        var seconds = (double)Delays[lane] / _rate;
        var low = DeterministicMath.FromDecibels(-60 * seconds / settings.DecaySeconds);
        var high = DeterministicMath.FromDecibels(-60 * seconds / settings.HighDecaySeconds);
        KeptEnergy += low * low / Count;

        // low (√r s + w) / (s/√r + w) by the bilinear transform; r is the shelf's gain at the top.
        var root = Math.Sqrt(high / low);
        var k = DeterministicMath.Tan(Math.PI * Math.Clamp(settings.DampingHz / _rate, 1e-4, 0.45));
        var a0 = 1 / root + k;
        B0[lane] = (float)(low * (root + k) / a0);
        B1[lane] = (float)(low * (k - root) / a0);
        A1[lane] = (float)((k - 1 / root) / a0);
    }

    private static int NextPrime(int from)
    {
        var n = from | 1;
        while (!IsPrime(n))
        {
            n += 2;
        }

        return n;
    }

    private static bool IsPrime(int n)
    {
        for (var d = 3; d * d <= n; d += 2)
        {
            if (n % d == 0)
            {
                return false;
            }
        }

        return true;
    }
}
