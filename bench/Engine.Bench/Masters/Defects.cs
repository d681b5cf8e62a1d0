using Troubadour.Analysis;
using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>
/// What no record has: two samples running at full scale, a lone step over .5 between samples of what is not drums, silence over a second
/// inside, a silent tail of two, another length than asked, channels that cancel each other in some second. A step is lone, and so a
/// click, where fewer than three others within 15 ms are more than half as large: saws, squares and hiss have many.
/// </summary>
internal static class Defects
{
    private const double LargestStep = 0.5;
    private const double AroundSeconds = 0.015;
    private const int Company = 3;
    private const double LongestGap = 1;
    private const double LongestTail = 2;
    private const double LeastCorrelation = -0.2;
    private const double LeastMeanCorrelation = 0.2;
    private const double LengthOff = 2;

    /// <summary>The defects found, in words; none is the aim.</summary>
    public static IReadOnlyList<string> Of(SongSound sound, AudioFeatures features, double? asked)
    {
        var found = new List<string>();
        void When(bool isThere, FormattableString what)
        {
            if (isThere)
            {
                found.Add(FormattableString.Invariant(what));
            }
        }

        var step = Step(sound.Stem("drums") is { } drums ? sound.Without(drums) : sound.Master);
        When(features.FullScaleRuns > 0, $"{features.FullScaleRuns} full-scale runs");
        When(step > LargestStep, $"a step of {step:F2}");
        When(features.LongestGapSeconds > LongestGap, $"a gap of {features.LongestGapSeconds:F1} s");
        When(features.TailSeconds > LongestTail, $"a tail of {features.TailSeconds:F1} s");
        When(Math.Abs(features.Seconds - (asked ?? features.Seconds)) > LengthOff, $"{features.Seconds:F1} s long");
        When(features.CorrelationMin < LeastCorrelation, $"a second with correlation {features.CorrelationMin:F2}");
        When(features.CorrelationMean < LeastMeanCorrelation, $"mean correlation {features.CorrelationMean:F2}");
        return found;
    }

    private static double Step(AudioBuffer sound) => Math.Max(Step(sound.Left), Step(sound.Right));

    private static double Step(float[] samples)
    {
        var largest = 0.0;
        for (var i = 1; i < samples.Length; i++)
        {
            var step = Math.Abs(samples[i] - samples[i - 1]);
            if (step > Math.Max(LargestStep, largest) && IsLone(samples, i, step))
            {
                largest = step;
            }
        }

        return largest;
    }

    private static bool IsLone(float[] samples, int at, float step)
    {
        var around = (int)(AroundSeconds * SampleRate.House);
        var like = 0;
        for (var i = Math.Max(1, at - around); i < Math.Min(samples.Length, at + around); i++)
        {
            like += i != at && Math.Abs(samples[i] - samples[i - 1]) > step / 2 ? 1 : 0;
        }

        return like < Company;
    }
}
