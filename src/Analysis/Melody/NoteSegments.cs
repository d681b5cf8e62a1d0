namespace Troubadour.Analysis;

/// <summary>
/// Notes from a pitch over time: a note ends where the pitch leaves it for good, where the voice pauses, or where a new onset strikes the same
/// key again.
/// </summary>
internal static class NoteSegments
{
    private const double Away = 0.6;
    private const int Settle = 3;
    private const int Shortest = 4;

    /// <summary>Segments a line.</summary>
    /// <param name="line">The pitch over time.</param>
    /// <param name="strikes">Seconds at which notes may begin anew, rising; empty for a line without strikes.</param>
    /// <param name="rhythm">The beats; null for none.</param>
    public static IReadOnlyList<NoteEstimate> Of(PitchLine line, IReadOnlyList<double> strikes, Rhythm? rhythm)
    {
        var edges = strikes.Select(s => (int)Math.Round(s * MiddleSpectra.Rate)).ToArray();
        var notes = new List<NoteEstimate>();
        var strike = 0;
        for (var start = 0; start < line.Sounds.Length; )
        {
            if (!line.Sounds[start])
            {
                start++;
                continue;
            }

            while (strike < edges.Length && edges[strike] < start + Shortest)
            {
                strike++;
            }

            var limit = strike < edges.Length ? edges[strike] : int.MaxValue;
            var end = End(line, start, limit);
            if (end - start >= Shortest)
            {
                notes.Add(Note(line, start, end, rhythm));
            }

            start = Math.Max(end, start + 1);
        }

        return notes;
    }

    private static int End(PitchLine line, int start, int limit)
    {
        var key = Middle(line.Keys, start, Math.Min(line.Keys.Length, start + Shortest));
        for (var f = start + 1; f < line.Sounds.Length; f++)
        {
            if (!line.Sounds[f] || f >= limit)
            {
                return f;
            }

            if (f - start < 12)
            {
                key = Middle(line.Keys, start, f + 1);
            }

            if (f + Settle <= line.Keys.Length && Gone(line.Keys.AsSpan(f, Settle), key))
            {
                return f;
            }
        }

        return line.Sounds.Length;
    }

    private static bool Gone(ReadOnlySpan<float> keys, double key)
    {
        foreach (var value in keys)
        {
            if (Math.Abs(value - key) < Away)
            {
                return false;
            }
        }

        return true;
    }

    private static double Middle(float[] keys, int from, int to)
    {
        var sorted = keys[from..to];
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static NoteEstimate Note(PitchLine line, int start, int end, Rhythm? rhythm)
    {
        var sure = 0.0;
        for (var f = start; f < end; f++)
        {
            sure += line.Voicing[f] / (end - start);
        }

        var (from, to) = ((double)start / MiddleSpectra.Rate, (double)end / MiddleSpectra.Rate);
        var key = Math.Clamp((int)Math.Round(Middle(line.Keys, start, end)), 0, 127);
        return BeatPlace.Quantise(new(from, to, key, null, null, Math.Clamp(sure, 0, 1)), rhythm);
    }
}
