namespace Troubadour.Singing.Measures;

/// <summary>What no take should have.</summary>
/// <param name="Steps">Steps over 0.5 from one sample to the next.</param>
/// <param name="NonFinite">Samples that are infinite or not numbers.</param>
/// <param name="Clipped">Samples of at least 0.999.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="SilentVowels">Planned vowels with a silence in them.</param>
public readonly record struct ArtefactCounts(int Steps, int NonFinite, int Clipped, int Clicks, int SilentVowels)
{
    private const double SilenceSeconds = 0.02;
    private const double SilenceDecibels = -40;

    /// <summary>All of them together.</summary>
    public int Total => Steps + NonFinite + Clipped + Clicks + SilentVowels;

    /// <summary>Counts in a take.</summary>
    /// <param name="samples">Mono.</param>
    /// <param name="rate">In hertz.</param>
    /// <param name="vowels">Start and end of the planned vowels, in seconds of the take.</param>
    public static ArtefactCounts Of(
        ReadOnlySpan<float> samples,
        int rate,
        IReadOnlyList<(double Start, double End)> vowels
    )
    {
        var (steps, odd, clipped) = (0, 0, 0);
        for (var i = 0; i < samples.Length; i++)
        {
            odd += float.IsFinite(samples[i]) ? 0 : 1;
            clipped += Math.Abs(samples[i]) >= 0.999f ? 1 : 0;
            steps += i > 0 && Math.Abs(samples[i] - samples[i - 1]) > 0.5f ? 1 : 0;
        }

        return new ArtefactCounts(
            steps,
            odd,
            clipped,
            ClickDetector.Find(samples, rate).Count,
            Silent(samples, rate, vowels)
        );
    }

    /// <summary>Adds up.</summary>
    public static ArtefactCounts operator +(ArtefactCounts a, ArtefactCounts b) =>
        new(
            a.Steps + b.Steps,
            a.NonFinite + b.NonFinite,
            a.Clipped + b.Clipped,
            a.Clicks + b.Clicks,
            a.SilentVowels + b.SilentVowels
        );

    /// <summary>Adds up.</summary>
    public static ArtefactCounts Add(ArtefactCounts left, ArtefactCounts right) => left + right;

    // Silence: 20 ms at least 40 dB below the median vowel of the take.
    private static int Silent(ReadOnlySpan<float> samples, int rate, IReadOnlyList<(double Start, double End)> vowels)
    {
        var powers = new List<double>();
        var quietest = new List<double>();
        var length = (int)(SilenceSeconds * rate);
        foreach (var (start, end) in vowels)
        {
            var (from, to) = ((int)(Math.Max(0, start) * rate), Math.Min(samples.Length, (int)(end * rate)));
            if (to - from < length)
            {
                continue;
            }

            powers.Add(Power(samples[from..to]));
            var least = double.PositiveInfinity;
            for (var at = from; at + length <= to; at += length / 2)
            {
                least = Math.Min(least, Power(samples.Slice(at, length)));
            }

            quietest.Add(least);
        }

        var limit = Median.Of(powers) * Math.Pow(10, SilenceDecibels / 10);
        return quietest.Count(q => q <= limit);
    }

    private static double Power(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var x in samples)
        {
            sum += (double)x * x;
        }

        return sum / samples.Length;
    }
}
