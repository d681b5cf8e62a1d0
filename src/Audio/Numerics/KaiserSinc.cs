namespace Troubadour.Audio;

/// <summary>
/// Low-pass impulse responses: a sinc under a Kaiser window (J. F. Kaiser 1974, "Nonrecursive digital filter design using the I0-sinh
/// window function").
/// </summary>
public static class KaiserSinc
{
    /// <summary>The window's shape for a stop-band attenuation of more than 50 dB.</summary>
    public static double Beta(double attenuationDb) => 0.1102 * (attenuationDb - 8.7);

    /// <summary>The width of the transition, in cycles a sample, of a filter with that many taps.</summary>
    public static double Transition(double attenuationDb, double taps) =>
        (attenuationDb - 8) / (2.285 * 2 * Math.PI * taps);

    /// <summary>
    /// The response at <paramref name="t"/> samples from its centre; 0 outside ±<paramref name="halfWidth"/>. The cutoff (-6 dB) is in
    /// cycles a sample, 0 to 0.5; the gain of the whole response is about 1.
    /// </summary>
    public static double Value(double t, double halfWidth, double cutoff, double beta)
    {
        var u = t / halfWidth;
        if (Math.Abs(u) >= 1)
        {
            return 0;
        }

        var x = 2 * cutoff * t;
        var sinc = Math.Abs(x) < 1e-12 ? 1 : DeterministicMath.Sin(Math.PI * x) / (Math.PI * x);
        return 2 * cutoff * sinc * BesselI0(beta * Math.Sqrt(1 - u * u)) / BesselI0(beta);
    }

    private static double BesselI0(double x)
    {
        var quarter = x * x / 4;
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k < 200 && term > sum * 1e-17; k++)
        {
            term *= quarter / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}
