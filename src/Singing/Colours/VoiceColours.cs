using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// The 18 parameter sets, two genders by nine timbres. All come from one recorded voice; what each number does is said at
/// <see cref="VoiceColour"/>. Pitch range is the composer's part.
/// </summary>
internal static class VoiceColours
{
    /// <summary>The colour of a singer.</summary>
    public static VoiceColour Of(VoiceSpec voice) =>
        voice.Gender switch
        {
            Gender.Female => Female(voice.Timbre),
            Gender.Male => Male(voice.Timbre),
            _ => throw new ArgumentOutOfRangeException(nameof(voice), voice, "Unknown gender."),
        };

    // Warp, tilt, formant, breath, sharpness, vibrato, scoop, glide, drive.
    private static VoiceColour Female(Timbre timbre) =>
        timbre switch
        {
            Timbre.Warm => new(0.98, -1.0, 1.0, 0.9, 0.30, 1.0, 1.0, 33, 0.10),
            Timbre.Bright => new(1.04, 1.2, 4.0, 0.7, 0.35, 1.0, 0.8, 36, 0.05),
            Timbre.Husky => new(0.95, 0.6, -3.0, 3.0, 0.22, 0.7, 1.3, 32, 0.30),
            Timbre.Electrified => new(1.00, 0.9, 3.0, 0.4, 0.45, 0.0, 0.0, 150, 0.60, Robotic: true),
            Timbre.Sweet => new(1.05, -0.6, 2.0, 1.4, 0.28, 0.9, 0.9, 35, 0.00),
            Timbre.Cute => new(1.10, 0.5, 1.0, 0.9, 0.35, 0.6, 1.1, 38, 0.00),
            Timbre.Sonorous => new(0.93, 0.6, 7.5, 0.5, 0.40, 1.5, 0.8, 34, 0.10),
            Timbre.Powerful => new(0.99, 1.6, 5.0, 0.6, 0.40, 1.3, 1.2, 35, 0.45),
            Timbre.Lazy => new(0.93, -2.2, -2.0, 1.8, 0.22, 0.6, 1.8, 26, 0.05),
            _ => throw new ArgumentOutOfRangeException(nameof(timbre), timbre, "Unknown timbre."),
        };

    private static VoiceColour Male(Timbre timbre) =>
        timbre switch
        {
            Timbre.Warm => new(0.85, -0.8, 1.0, 0.8, 0.32, 1.0, 1.0, 33, 0.10),
            Timbre.Bright => new(0.93, 1.6, 3.0, 0.6, 0.36, 1.0, 0.8, 36, 0.05),
            Timbre.Husky => new(0.86, 1.0, -3.0, 3.0, 0.22, 0.7, 1.3, 32, 0.30),
            Timbre.Electrified => new(0.90, -0.3, 3.0, 0.4, 0.45, 0.0, 0.0, 150, 0.60, Robotic: true),
            Timbre.Sweet => new(0.93, -1.0, 3.5, 1.3, 0.28, 0.9, 0.9, 35, 0.00),
            Timbre.Cute => new(1.00, 1.0, -1.5, 0.8, 0.35, 0.6, 1.1, 38, 0.00),
            Timbre.Sonorous => new(0.82, 0.5, 7.5, 0.5, 0.40, 1.5, 0.8, 34, 0.10),
            Timbre.Powerful => new(0.85, 2.0, 5.5, 0.6, 0.40, 1.3, 1.2, 35, 0.45),
            Timbre.Lazy => new(0.83, -2.3, -3.0, 1.7, 0.22, 0.6, 1.8, 26, 0.05),
            _ => throw new ArgumentOutOfRangeException(nameof(timbre), timbre, "Unknown timbre."),
        };
}
