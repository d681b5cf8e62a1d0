using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>
/// The shares of pulses and noise by frequency for each kind of sound, for voices without an aperiodicity stream of their own: amplitudes
/// whose squares add to one.
/// </summary>
internal sealed class Aperiodicity
{
    private const double Whispered = 20;

    private static readonly double[] Edges = [0, 1000, 2000, 3500, 5000, 8000, 12000];

    private readonly Dictionary<PhoneClass, float[]> _pulses = [];
    private readonly Dictionary<PhoneClass, float[]> _noises = [];

    /// <summary>Makes the shares on a grid.</summary>
    /// <param name="bins">Bins from 0 to the Nyquist frequency.</param>
    /// <param name="stride">Length of each array, at least the bins.</param>
    /// <param name="nyquist">In Hz.</param>
    /// <param name="breath">Amplitude factor of the noise in voiced sounds.</param>
    public Aperiodicity(int bins, int stride, double nyquist, double breath)
    {
        var offset = DeterministicMath.ToDecibels(breath);
        var most = breath > Whispered ? 0 : -0.5;
        foreach (var kind in Enum.GetValues<PhoneClass>())
        {
            var (pulses, noises) = (new float[stride], new float[stride]);
            for (var k = 0; k < bins; k++)
            {
                var decibels = Math.Min(most, At(Curve(kind), nyquist * k / (bins - 1)) + offset);
                var power = DeterministicMath.FromDecibels(2 * decibels);
                pulses[k] = (float)Math.Sqrt(1 - power);
                noises[k] = (float)Math.Sqrt(power);
            }

            _pulses[kind] = pulses;
            _noises[kind] = noises;
        }
    }

    /// <summary>Amplitude of the pulses by bin.</summary>
    public float[] Pulses(PhoneClass kind) => _pulses[kind];

    /// <summary>Amplitude of the noise by bin.</summary>
    public float[] Noises(PhoneClass kind) => _noises[kind];

    // Noise against the whole in dB at the edges.
    private static double[] Curve(PhoneClass kind) =>
        kind switch
        {
            PhoneClass.VoicedFricative => [-22, -16, -8, -4, -3, -2, -1],
            PhoneClass.VoicedStop => [-24, -18, -10, -8, -6, -4, -3],
            PhoneClass.Nasal => [-28, -26, -20, -13, -9, -5, -4],
            _ => [-28, -26, -21, -13, -8, -4, -3],
        };

    private static double At(double[] curve, double hertz)
    {
        for (var i = 1; i < Edges.Length; i++)
        {
            if (hertz < Edges[i])
            {
                var share = (hertz - Edges[i - 1]) / (Edges[i] - Edges[i - 1]);
                return curve[i - 1] + share * (curve[i] - curve[i - 1]);
            }
        }

        return curve[^1];
    }
}
