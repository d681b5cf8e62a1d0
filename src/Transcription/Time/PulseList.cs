using Troubadour.Analysis;

namespace Troubadour.Transcription;

/// <summary>The beats and downbeats of a document as one list in rising time.</summary>
internal static class PulseList
{
    private const double Same = 0.07;
    private const double Nearest = 0.1;

    /// <summary>Joins beats and downbeats; where the document knows no downbeats, bars are counted from the first beat.</summary>
    /// <param name="document">What was heard.</param>
    /// <param name="pulses">Beats in a bar.</param>
    public static List<Pulse> Of(AnalysisDocument document, int pulses)
    {
        var downbeats = Spaced(Inside(document.Downbeats, document.Seconds), Nearest);
        var beats = Spaced(Inside(document.Beats, document.Seconds), Nearest)
            .Where(beat => !downbeats.Exists(down => Math.Abs(down - beat) < Math.Max(Same, Nearest)))
            .Select(beat => new Pulse(beat, false));
        List<Pulse> all =
        [
            .. beats.Concat(downbeats.Select(down => new Pulse(down, true))).OrderBy(pulse => pulse.Second),
        ];
        return downbeats.Count > 0 ? all : [.. all.Select((pulse, i) => pulse with { IsDownbeat = i % pulses == 0 })];
    }

    /// <summary>The usual distance of two beats.</summary>
    public static double Gap(IReadOnlyList<Pulse> pulses)
    {
        var gaps = pulses.Zip(pulses.Skip(1), (a, b) => b.Second - a.Second).Order().ToList();
        return gaps[gaps.Count / 2];
    }

    private static IEnumerable<double> Inside(Moments moments, double seconds) =>
        moments.Seconds.Where(second => second >= 0 && second < seconds).Order();

    private static List<double> Spaced(IEnumerable<double> seconds, double least)
    {
        var kept = new List<double>();
        foreach (var second in seconds)
        {
            if (kept.Count == 0 || second - kept[^1] >= least)
            {
                kept.Add(second);
            }
        }

        return kept;
    }
}
