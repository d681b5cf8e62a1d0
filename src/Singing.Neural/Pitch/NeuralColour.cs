using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>How a part is coloured with the inputs that banks have.</summary>
/// <param name="Shift">Semitones that formants move.</param>
/// <param name="Energy">dB on the bank's own energy.</param>
/// <param name="Breathiness">dB on its breathiness.</param>
/// <param name="Voicing">dB on its voicing.</param>
/// <param name="Tension">Added to its tension, a logit.</param>
/// <param name="Vibrato">Depth against the usual.</param>
/// <param name="Scoop">Depth of scoops into phrases against 50 cents.</param>
/// <param name="Glide">Angular frequency of the pitch's movement in rad/s.</param>
internal sealed record NeuralColour(
    double Shift,
    double Energy,
    double Breathiness,
    double Voicing,
    double Tension,
    double Vibrato,
    double Scoop,
    double Glide
)
{
    private const double OtherGender = 4;

    /// <summary>True for hard-tuned pitch.</summary>
    public bool IsHard => Glide > 100;

    /// <summary>The colour of a part.</summary>
    /// <param name="voice">The part.</param>
    /// <param name="operators">What the operator says of the bank.</param>
    public static NeuralColour Of(VoiceSpec voice, OperatorFile operators)
    {
        var colour = Of(voice.Timbre);
        var other = operators.Voice is { } own && own != voice.Gender;
        var shift =
            operators.Shift(voice)
            ?? colour.Shift
                + (
                    !other ? 0
                    : voice.Gender == Gender.Male ? -OtherGender
                    : OtherGender
                );
        return colour with { Shift = shift };
    }

    private static NeuralColour Of(Timbre timbre) =>
        timbre switch
        {
            Timbre.Warm => new(-0.3, 0, 0, 0, -0.5, 1, 1, 33),
            Timbre.Bright => new(0.5, 1, -3, 1, 1, 1, 0.8, 36),
            Timbre.Husky => new(-0.5, -1, 9, -3, -1, 0.7, 1.3, 32),
            Timbre.Electrified => new(0, 0, -6, 2, 1, 0, 0, 150),
            Timbre.Sweet => new(0.6, -1, 3, 0, -1, 0.9, 0.9, 35),
            Timbre.Cute => new(1.2, 0, 1, 0, 0, 0.6, 1.1, 38),
            Timbre.Sonorous => new(-0.8, 2, -4, 2, 1.5, 1.5, 0.8, 34),
            Timbre.Powerful => new(0, 3, -4, 2, 3, 1.3, 1.2, 35),
            Timbre.Lazy => new(-0.5, -2, 5, -2, -2, 0.6, 1.8, 26),
            _ => throw new ArgumentOutOfRangeException(nameof(timbre), timbre, "Unknown timbre."),
        };
}
