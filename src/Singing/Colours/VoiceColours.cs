using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// The 18 parameter sets, two genders by nine timbres. All come from one recorded voice; what each number does is said at
/// <see cref="VoiceColour"/>. Pitch range is the composer's part.
/// </summary>
internal static class VoiceColours
{
    /// <summary>The colour of a singer, with her own small ways where she is a person.</summary>
    public static VoiceColour Of(VoiceSpec voice)
    {
        var colour = voice.Gender switch
        {
            Gender.Female => Mannered(Female(voice.Timbre), voice.Timbre),
            Gender.Male => Mannered(Male(voice.Timbre), voice.Timbre),
            _ => throw new ArgumentOutOfRangeException(nameof(voice), voice, "Unknown gender."),
        };
        return Persons.Touch(colour, voice.Person);
    }

    private static VoiceColour Female(Timbre timbre) =>
        timbre switch
        {
            Timbre.Warm => Woman(0.97, tilt: -0.4, body: 4.5, twang: 2, air: -4, breath: 0.9),
            Timbre.Bright => Woman(1.04, tilt: 2.4, body: -4, twang: -1, formant: 4, air: 0, breath: 0.7),
            Timbre.Husky => Woman(0.97, tilt: 0.0, body: 3, twang: -1, formant: -8, air: 4, breath: 3.5),
            Timbre.Electrified => Vocoded(1.0, tilt: 0.9),
            Timbre.Sweet => Woman(1.06, tilt: -1.6, body: -3, twang: -6, formant: 3, air: 4, breath: 1.5),
            Timbre.Cute => Woman(1.12, tilt: 0.2, body: -6, twang: 5, formant: -3, air: -1, breath: 0.9),
            Timbre.Sonorous => Woman(0.92, tilt: 0.2, body: 1, twang: -5, formant: 11, air: -7, breath: 0.5),
            Timbre.Powerful => Woman(0.98, tilt: 1.8, body: 1, twang: 6, formant: 7, air: -5, breath: 0.5),
            Timbre.Lazy => Woman(0.93, tilt: -4.0, body: -1, twang: -3, formant: -6, air: 8, breath: 1.9),
            _ => throw new ArgumentOutOfRangeException(nameof(timbre), timbre, "Unknown timbre."),
        };

    private static VoiceColour Male(Timbre timbre) =>
        timbre switch
        {
            Timbre.Warm => Man(0.88, tilt: 0, body: 6, twang: 2.5, formant: 0, air: -7, breath: 0.8),
            Timbre.Bright => Man(0.94, tilt: 2.6, body: -5, twang: 3, formant: 5, air: 0, breath: 0.6),
            Timbre.Husky => Man(0.82, tilt: 1.0, body: 5, twang: 3, formant: -10, air: 0, breath: 3.2),
            Timbre.Electrified => Vocoded(0.9, tilt: 0.2) with { Body = -5, Twang = -4, Formant = 5, Air = 11 },
            Timbre.Sweet => Man(0.96, tilt: -1.4, body: -5, twang: -6, formant: 6, air: 2, breath: 1.4),
            Timbre.Cute => Man(1.0, tilt: 0.2, body: -5, twang: 6, formant: -4, air: -4, breath: 0.8),
            Timbre.Sonorous => Man(0.83, tilt: 0.4, body: 0, twang: -5, formant: 12, air: -7, breath: 0.5),
            Timbre.Powerful => Man(0.86, tilt: 2.0, body: 1, twang: 6, formant: 6, air: -5, breath: 0.5),
            Timbre.Lazy => Man(0.82, tilt: -3.0, body: 1, twang: 0, formant: -3, air: 4, breath: 1.8),
            _ => throw new ArgumentOutOfRangeException(nameof(timbre), timbre, "Unknown timbre."),
        };

    // How a timbre moves between and on its notes, whoever has it.
    private static VoiceColour Mannered(VoiceColour colour, Timbre timbre) =>
        timbre switch
        {
            Timbre.Bright => colour with { Glide = 36, Scoop = 0.8 },
            Timbre.Husky => colour with { Sharpness = 0.2, Vibrato = 0.7, Scoop = 1.3, Glide = 32, Drive = 0.3 },
            Timbre.Sweet => colour with { Vibrato = 0.9, Scoop = 0.9, Sharpness = 0.26 },
            Timbre.Cute => colour with { Vibrato = 0.6, VibratoRate = 6, Scoop = 1.1, Glide = 38 },
            Timbre.Sonorous => colour with { Sharpness = 0.4, Vibrato = 1.5, VibratoRate = 5.3, Scoop = 0.8 },
            Timbre.Powerful => colour with { Sharpness = 0.38, Vibrato = 1.3, Scoop = 1.2, Drive = 0.45 },
            Timbre.Lazy => colour with { Sharpness = 0.22, Vibrato = 0.6, VibratoRate = 5.1, Scoop = 1.8, Glide = 26 },
            _ => colour,
        };

    private static VoiceColour Woman(
        double warp,
        double tilt = 0,
        double body = 0,
        double twang = 0,
        double formant = 1,
        double air = 0,
        double breath = 1
    ) =>
        new()
        {
            Warp = warp,
            Tilt = tilt,
            Body = body,
            Twang = twang,
            Formant = formant,
            Air = air,
            Breath = breath,
            Drive = 0.05,
        };

    private static VoiceColour Man(
        double warp,
        double tilt = 0,
        double body = 0,
        double twang = 0,
        double formant = 1,
        double air = 0,
        double breath = 1
    ) => Woman(warp, tilt, body, twang, formant, air, breath) with { Sharpness = 0.32, Drive = 0.1 };

    private static VoiceColour Vocoded(double warp, double tilt) =>
        new()
        {
            Warp = warp,
            Tilt = tilt,
            Body = -6,
            Twang = -5,
            Formant = 0,
            Air = 9,
            Breath = 0.25,
            Sharpness = 0.45,
            Vibrato = 0,
            Scoop = 0,
            Glide = 220,
            Drive = 0.5,
            IsVocoded = true,
        };
}
