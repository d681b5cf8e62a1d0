using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// The long-term spectrum that a master is brought toward, as decibels a hertz beside 1 kHz: a straight fall from 100 Hz to 4 kHz, a low end that is
/// flat below 100 Hz but for a lift that is whole at 60 Hz, a steeper fall above 4 kHz (P. Pestana et al. 2013, "Spectral characteristics of popular
/// commercial recordings 1950-2010", AES 135).
/// </summary>
/// <param name="LowDb">How far 60 Hz lies over 100 Hz.</param>
/// <param name="Slope">Decibels an octave between 100 Hz and 4 kHz, below 0 for a fall.</param>
/// <param name="AirSlope">Decibels an octave above 4 kHz.</param>
public sealed record ToneTarget(double LowDb = 0, double Slope = -4.7, double AirSlope = -6.5)
{
    private const double Low = 100;
    private const double Lowest = 60;
    private const double High = 4000;

    /// <summary>
    /// Decibels in third octaves from 40 Hz to 16 kHz, without a common zero, where the spectrum is that of another sound; null for the slopes.
    /// </summary>
    public IReadOnlyList<double>? Levels { get; init; }

    /// <summary>The most that the equaliser gives or takes in a band, in decibels.</summary>
    public double MostDb { get; init; } = 3;

    /// <summary>The spectrum of a sound, as a target for what is heard beside it; null for silence or a sound shorter than a fifth of a second.</summary>
    public static ToneTarget? Of(AudioBuffer sound) =>
        ToneSpectrum.Of(sound, new Workers(1), CancellationToken.None) is { } levels
            ? new ToneTarget { Levels = levels, MostDb = 6 }
            : null;

    /// <summary>The level at a frequency in hertz, in decibels beside that of 1 kHz; of <see cref="Levels"/>, that of the nearest third octave.</summary>
    public double At(double hertz)
    {
        if (Levels is { } levels)
        {
            var centres = ToneSpectrum.Centres;
            return levels[centres.Select((centre, i) => (Math.Abs(Octaves(centre, hertz)), i)).Min().i];
        }

        var level = Slope * Octaves(1000, Math.Clamp(hertz, Low, High));
        if (hertz > High)
        {
            return level + AirSlope * Octaves(High, hertz);
        }

        // From 100 to 60 Hz the lift comes in; below, what speakers do not give falls away.
        var lift = LowDb * Math.Clamp(Octaves(hertz, Low) / Octaves(Lowest, Low), 0, 1);
        return level + lift - 12 * Math.Max(0, Octaves(hertz, Lowest));
    }

    private static double Octaves(double from, double to) =>
        DeterministicMath.Log10(to / from) / DeterministicMath.Log10(2);
}
