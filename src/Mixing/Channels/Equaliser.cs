using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Bands as filters.</summary>
internal static class Equaliser
{
    public static BiquadCoefficients Of(EqBand band, int rate) =>
        band.Kind switch
        {
            EqKind.LowShelf => BiquadCoefficients.LowShelf(band.Hz, band.Q, band.GainDb, rate),
            EqKind.HighShelf => BiquadCoefficients.HighShelf(band.Hz, band.Q, band.GainDb, rate),
            _ => BiquadCoefficients.Peak(band.Hz, band.Q, band.GainDb, rate),
        };
}
