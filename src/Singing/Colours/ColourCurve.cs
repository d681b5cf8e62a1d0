using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>The gain that a colour gives to each frequency, besides its tilt.</summary>
internal static class ColourCurve
{
    private const double BodyCentre = 380;
    private const double TwangCentre = 1200;
    private const double FormantCentre = 2900;
    private const double FormantWidth = 450;
    private const double BandDepth = 4;
    private const double AirCorner = 5500;

    /// <summary>The gain in dB.</summary>
    public static double At(VoiceColour colour, double hertz)
    {
        var octaves = DeterministicMath.Log2(Math.Max(hertz, 40));
        return colour.Body * Bell((octaves - DeterministicMath.Log2(BodyCentre)) / 0.75)
            + colour.Twang * Bell((octaves - DeterministicMath.Log2(TwangCentre)) / 0.5)
            + colour.Formant * Bell((hertz - FormantCentre) / FormantWidth)
            + (colour.IsVocoded ? Bands(octaves) : 0)
            + colour.Air / (1 + DeterministicMath.Exp(-6 * (octaves - DeterministicMath.Log2(AirCorner))));
    }

    // The filters of a vocoder's bands, three an octave, do not quite meet.
    private static double Bands(double octaves) => BandDepth * DeterministicMath.Cos(2 * Math.PI * 3 * octaves);

    private static double Bell(double distance) => DeterministicMath.Exp(-0.5 * distance * distance);
}
