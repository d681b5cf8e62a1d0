using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// The curves that colour a run: the bank's own predictions with the part's colour and effort on them; neutral values where the bank
/// predicts nothing. Energy, breathiness and voicing are dB and stay at or below 0, tension a logit.
/// </summary>
internal static class ColourCurves
{
    private const double UsualEffort = 0.6;
    private const float Quiet = -80;

    /// <summary>Makes the curves that an acoustic model takes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plan">The phonemes in its frames.</param>
    /// <param name="slots">Their phones.</param>
    /// <param name="predicted">What the bank predicts, in frames of its own.</param>
    /// <param name="colour">The part's colour.</param>
    /// <param name="effort">0 whispered to 1 belted.</param>
    /// <param name="range">Semitones that the bank's formants can move down and up.</param>
    public static Dictionary<string, float[]> Make(
        AcousticModel model,
        FramePlan plan,
        PhraseSlots slots,
        IReadOnlyDictionary<string, float[]> predicted,
        NeuralColour colour,
        double effort,
        (double Low, double High) range
    )
    {
        var work = effort - UsualEffort;
        Dictionary<string, double> offsets = new(StringComparer.Ordinal)
        {
            ["energy"] = colour.Energy + 10 * work,
            ["breathiness"] = colour.Breathiness - 6 * work,
            ["voicing"] = colour.Voicing + 4 * work,
            ["tension"] = colour.Tension + 3 * work,
        };
        var curves = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (curve, offset) in offsets.Where(pair => model.Takes(pair.Key)))
        {
            var values = predicted.TryGetValue(curve, out var own)
                ? Resampled(own, plan.Count)
                : plan.Spread(phoneme => Neutral(curve, phoneme, slots));
            var (low, high) = curve == "tension" ? (-10f, 10f) : (-96f, 0f);
            curves[curve] = Array.ConvertAll(values, value => Math.Clamp(value + (float)offset, low, high));
        }

        curves["gender"] = plan.Spread(_ => (float)Shift(colour.Shift, range));
        curves["velocity"] = plan.Spread(_ => 1);
        return curves;
    }

    /// <summary>A curve at another number of frames, by straight lines.</summary>
    public static float[] Resampled(float[] curve, int count)
    {
        if (curve.Length == count)
        {
            return curve;
        }

        var result = new float[count];
        for (var t = 0; t < count; t++)
        {
            var at = count == 1 ? 0 : (double)t / (count - 1) * (curve.Length - 1);
            var left = Math.Min((int)at, curve.Length - 1);
            var right = Math.Min(left + 1, curve.Length - 1);
            result[t] = (float)(curve[left] + (at - left) * (curve[right] - curve[left]));
        }

        return result;
    }

    // The input counts from -1 to 1 over the range that the bank was trained on.
    private static double Shift(double semitones, (double Low, double High) range)
    {
        var reach = semitones < 0 ? -range.Low : range.High;
        return reach <= 0 ? 0 : Math.Clamp(semitones / reach, -1, 1);
    }

    private static float Neutral(string curve, TimedPhoneme phoneme, PhraseSlots slots)
    {
        if (curve == "tension")
        {
            return 0;
        }

        if (phoneme.Slot < 0)
        {
            return Quiet;
        }

        var isVoiceless = slots.All[phoneme.Slot].Class is PhoneClass.Stop or PhoneClass.Fricative;
        return (curve, isVoiceless) switch
        {
            ("energy", false) => -22,
            ("energy", true) => -34,
            ("breathiness", false) => -48,
            ("breathiness", true) => -36,
            ("voicing", false) => -24,
            _ => -60,
        };
    }
}
