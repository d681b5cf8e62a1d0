using Troubadour.Analysis;

namespace Troubadour.Alignment;

/// <summary>Where the voice is heard: stretches in rising time that do not touch.</summary>
internal sealed class VoicedTime
{
    private const double Step = 0.02;
    private const double Bridge = 0.3;
    private const double ShortestVoice = 0.1;

    // Of full scale, and against what the loudest twentieth of the sound reaches.
    private const double Floor = 0.001;
    private const double BelowLoud = 0.03;

    private readonly List<TimeSpanSeconds> _spans;

    private VoicedTime(List<TimeSpanSeconds> spans) => _spans = spans;

    /// <summary>Seconds with a voice.</summary>
    public double Total => _spans.Sum(span => span.End - span.Start);

    /// <summary>Takes stretches that are known; they are put in order, cut to the sound, and joined where they touch.</summary>
    public static VoicedTime Of(IEnumerable<TimeSpanSeconds> spans, double seconds)
    {
        var joined = new List<TimeSpanSeconds>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            var (start, end) = (Math.Max(0, span.Start), Math.Min(seconds, span.End));
            if (!(start < end))
            {
                continue;
            }

            if (joined.Count > 0 && start <= joined[^1].End + Bridge)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, end) };
            }
            else
            {
                joined.Add(new TimeSpanSeconds(start, end));
            }
        }

        return new VoicedTime(joined);
    }

    /// <summary>Judges by loudness: what is within 30 dB of the loud parts, and above -60 dB of full scale.</summary>
    public static VoicedTime Of(ReadOnlySpan<float> samples, int rate)
    {
        var hop = (int)(Step * rate);
        var levels = new double[samples.Length / hop];
        for (var i = 0; i < levels.Length; i++)
        {
            var sum = 0.0;
            foreach (var sample in samples.Slice(i * hop, hop))
            {
                sum += sample * sample;
            }

            levels[i] = Math.Sqrt(sum / hop);
        }

        var sorted = levels.Order().ToArray();
        var loud = sorted.Length == 0 ? 0 : sorted[(int)(0.95 * (sorted.Length - 1))];
        var threshold = Math.Max(Floor, BelowLoud * loud);
        var spans = Enumerable
            .Range(0, levels.Length)
            .Where(i => levels[i] > threshold)
            .Select(i => new TimeSpanSeconds(i * Step, (i + 1) * Step));
        var joined = Of(spans, (double)samples.Length / rate);
        joined._spans.RemoveAll(span => span.End - span.Start < ShortestVoice);
        return joined;
    }

    /// <summary>The stretches between two seconds.</summary>
    public IEnumerable<TimeSpanSeconds> Within(double start, double end) =>
        _spans
            .Where(span => span.Start < end && span.End > start)
            .Select(span => new TimeSpanSeconds(Math.Max(start, span.Start), Math.Min(end, span.End)));

    /// <summary>Whether the voice is heard at a second.</summary>
    public bool Has(double second)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].End <= second ? (middle + 1, high) : (low, middle);
        }

        return low < _spans.Count && _spans[low].Start <= second;
    }
}
