using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>A portrait as the numbers that voices are compared by.</summary>
internal static class PortraitFeatures
{
    /// <summary>Where the vibrato's depth stands.</summary>
    public const int VibratoDepth = 3;

    /// <summary>How many there are.</summary>
    public const int Count = 4 + EnvelopeGrid.Bands;

    /// <summary>Median key, formant scale in cents / 100, harmonics to noise, vibrato depth, and the envelope's bands.</summary>
    public static double[] Of(VoicePortrait portrait) =>
        [
            portrait.MedianKey.Value,
            12 * DeterministicMath.Log2(portrait.FormantScale.Value),
            portrait.HarmonicsToNoise.Value,
            portrait.VibratoDepth.Value,
            .. portrait.Envelope,
        ];
}
