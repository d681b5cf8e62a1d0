using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>Lines as the document tells them.</summary>
internal static class LineFacts
{
    private const int Every = 5;
    private const double Gap = 0.4;

    /// <summary>Where the line sounds, ten values a second; pauses under .4 s belong to it.</summary>
    public static VocalActivity Activity(PitchLine line)
    {
        var values = ImmutableArray.CreateBuilder<float>();
        for (var f = 0; f < line.Voicing.Length; f += Every)
        {
            values.Add((float)Math.Round(line.Voicing[f], 2));
        }

        var spans = new List<TimeSpanSeconds>();
        for (var start = 0; start < line.Sounds.Length; )
        {
            var end = start;
            while (end < line.Sounds.Length && line.Sounds[end] == line.Sounds[start])
            {
                end++;
            }

            if (line.Sounds[start])
            {
                Add(spans, (double)start / MiddleSpectra.Rate, (double)end / MiddleSpectra.Rate);
            }

            start = end;
        }

        return new(MiddleSpectra.Rate / Every, values.ToImmutable(), [.. spans], Clearness(line));
    }

    /// <summary>What is told of a sound whose separated voice is silent.</summary>
    public static VocalActivity NoActivity(PitchLine line) =>
        new(MiddleSpectra.Rate / Every, [.. new float[(line.Voicing.Length + Every - 1) / Every]], [], 1);

    /// <summary>The tune.</summary>
    public static MelodyFacts Melody(PitchLine line, IReadOnlyList<NoteEstimate> notes)
    {
        var hertz = line.Hertz.Select((hz, f) => line.Sounds[f] ? (float)Math.Round(hz, 2) : 0f);
        return new(MiddleSpectra.Rate, [.. hertz], [.. notes], Mean(notes));
    }

    /// <summary>A line of notes.</summary>
    public static NoteLine Notes(IReadOnlyList<NoteEstimate> notes) => new([.. notes], Mean(notes));

    private static void Add(List<TimeSpanSeconds> spans, double start, double end)
    {
        if (spans.Count > 0 && start - spans[^1].End < Gap)
        {
            spans[^1] = spans[^1] with { End = end };
        }
        else
        {
            spans.Add(new(start, end));
        }
    }

    private static double Mean(IReadOnlyList<NoteEstimate> notes) =>
        notes.Count == 0 ? 0 : notes.Average(n => n.Confidence);

    // How far the values keep from the middle, where they say neither.
    private static double Clearness(PitchLine line) =>
        line.Voicing.Length == 0 || !line.Sounds.Contains(true) ? 0 : line.Voicing.Average(v => 2 * Math.Abs(v - 0.5));
}
