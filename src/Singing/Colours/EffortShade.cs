namespace Troubadour.Singing;

/// <summary>
/// What effort does to a voice beyond loudness and tilt: a soft voice lets air through, a whisper has no tone at all, a belted one closes
/// firmly and rings (Sundberg 1987, on phonation from breathy to pressed).
/// </summary>
internal static class EffortShade
{
    private const double WhisperFrom = 0.2;
    private const double WhisperTo = 0.1;
    private const double SoftFrom = 0.5;
    private const double BeltFrom = 0.75;

    /// <summary>Noise so strong that no pulses are left.</summary>
    private const double AllBreath = 60;

    /// <summary>The colour at an effort of 0 to 1.</summary>
    public static VoiceColour At(VoiceColour colour, double effort)
    {
        var whisper = Math.Clamp((WhisperFrom - effort) / (WhisperFrom - WhisperTo), 0, 1);
        var soft = Math.Clamp((SoftFrom - effort) / SoftFrom, 0, 1);
        var belt = Math.Clamp((effort - BeltFrom) / (1 - BeltFrom), 0, 1);
        return colour with
        {
            Breath = colour.Breath * (1 + 0.8 * soft) * (1 - 0.4 * belt) + AllBreath * whisper * whisper * whisper,
            Body = colour.Body - 4 * whisper - belt,
            Twang = colour.Twang + 2 * belt,
            Formant = colour.Formant + 3 * belt - 3 * whisper,
            Sharpness = colour.Sharpness + 0.04 * belt,
            Scoop = colour.Scoop * (1 + 0.4 * belt),
            Vibrato = colour.Vibrato * (1 + 0.2 * belt) * (1 - whisper),
            Drive = Math.Min(1, colour.Drive + 0.15 * belt) * (1 - whisper),
        };
    }
}
