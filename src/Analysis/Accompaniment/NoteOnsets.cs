namespace Troubadour.Analysis;

/// <summary>Finds where notes grow, and reads what tells real notes from others.</summary>
internal sealed class NoteOnsets(NoteCurves curves, BandFrames bands)
{
    /// <summary>Values for an onset.</summary>
    public const int Values = 46;

    private const int Near = 2;
    private const float Least = 0.12f;
    private const float Sounding = 0.15f;
    private const double Reach = 0.07;
    private static readonly int[] s_times = [-6, -4, -2, -1, 0, 1, 2, 3, 4, 6, 9, 14];
    private static readonly int[] s_around = [-24, -19, -12, -7, -2, -1, 1, 2, 7, 12, 19, 24];

    private readonly List<int> _strokes = bands.Peaks();

    /// <summary>All moments at which a note may begin, in rising time.</summary>
    public List<NoteOnset> Find()
    {
        var onsets = new List<NoteOnset>();
        for (var frame = 0; frame < curves.Count; frame++)
        {
            for (var note = 0; note < NoteDictionary.Notes; note++)
            {
                if (IsPeak(frame, note))
                {
                    onsets.Add(Place(frame, note));
                }
            }
        }

        Struck(onsets);
        return [.. onsets.OrderBy(onset => onset.Second).ThenBy(onset => onset.Note)];
    }

    // A key that sounds already may be struck again without growing: any stroke may strike any note that sounds after it.
    private void Struck(List<NoteOnset> onsets)
    {
        var taken = onsets.Select(onset => (onset.Note, onset.Second)).ToHashSet();
        foreach (var stroke in _strokes)
        {
            var second = (double)stroke / BandFrames.Rate + BandFrames.Late;
            var frame = (int)Math.Round(second * NoteCurves.Rate);
            for (var note = 0; note < NoteDictionary.Notes; note++)
            {
                if (curves[frame + 2, note] >= Sounding && !taken.Contains((note, second)))
                {
                    onsets.Add(new(note, frame, second, bands.Rise(stroke)));
                }
            }
        }
    }

    /// <summary>Reads the <see cref="Values"/> values of an onset.</summary>
    public void Read(NoteOnset onset, Span<float> values)
    {
        var (frame, note) = (onset.Frame, onset.Note);
        var at = 0;
        foreach (var time in s_times)
        {
            values[at++] = curves[frame + time, note];
        }

        foreach (var step in s_around)
        {
            values[at++] = curves.Rise(frame, note + step);
            values[at++] = curves[frame + 2, note + step];
        }

        var (sum, top, higher, rises) = (0f, 0f, 0f, 0f);
        for (var k = 0; k < NoteDictionary.Notes; k++)
        {
            var value = curves[frame + 2, k];
            (sum, top) = (sum + value, Math.Max(top, value));
            higher += value > curves[frame + 2, note] ? 1 : 0;
            rises += Math.Max(0, curves.Rise(frame, k));
        }

        values[at++] = sum;
        values[at++] = curves[frame + 2, note] / (top + 0.1f);
        values[at++] = higher;
        values[at++] = rises;
        values[at++] = curves.Rise(frame, note);
        values[at++] = onset.Stroke;
        values[at++] = (float)Math.Abs(onset.Second - (double)frame / NoteCurves.Rate);
        values[at++] = note;
        values[at++] = curves.Rise(frame - 3, note);
        values[at] = curves.Rise(frame + 3, note);
    }

    private bool IsPeak(int frame, int note)
    {
        var rise = curves.Rise(frame, note);
        if (rise < Least)
        {
            return false;
        }

        for (var k = frame - Near; k <= frame + Near; k++)
        {
            if (k != frame && (k < frame ? curves.Rise(k, note) >= rise : curves.Rise(k, note) > rise))
            {
                return false;
            }
        }

        return true;
    }

    private NoteOnset Place(int frame, int note)
    {
        var (before, rise, after) = (
            curves.Rise(frame - 1, note),
            curves.Rise(frame, note),
            curves.Rise(frame + 1, note)
        );
        var second = Math.Max(0, (frame + Onsets.Vertex(before, rise, after)) / NoteCurves.Rate);
        var (best, value) = (second, 0f);
        var i = _strokes.BinarySearch((int)((second - Reach) * BandFrames.Rate));
        for (i = i < 0 ? ~i : i; i < _strokes.Count; i++)
        {
            var stroke = (double)_strokes[i] / BandFrames.Rate;
            if (stroke > second + Reach)
            {
                break;
            }

            var height = bands.Rise(_strokes[i]);
            (best, value) = height > value ? (stroke + BandFrames.Late, height) : (best, value);
        }

        return new(note, frame, best, value);
    }
}
