using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// Brings a bank's own pitch into tune without flattening it: the median distance of each note's settled part from the score is taken
/// off, and between two notes the correction moves evenly from one to the other.
/// </summary>
internal static class NoteAnchor
{
    private const double Settling = 0.12;
    private const double Leaving = 0.05;
    private const double Furthest = 2;

    /// <summary>The notes as a predictor wants them: from the first frame to the last, rests where nothing is sung.</summary>
    public static List<PlannedNote> Notes(ImmutableArray<SungNote> notes, FramePlan plan)
    {
        List<PlannedNote> planned = [];
        var at = 0L;
        void Until(double time, double pitch, bool isRest)
        {
            var end = Math.Clamp((long)Math.Round((time - plan.Origin) / plan.Frame.Seconds), at, plan.Count);
            if (end > at)
            {
                planned.Add(new PlannedNote(pitch, end - at, isRest));
                at = end;
            }
        }

        foreach (var note in notes)
        {
            Until(note.Start, note.Pitch, isRest: true);
            Until(note.End, note.Pitch, isRest: false);
        }

        Until(double.MaxValue / 4, notes[^1].Pitch, isRest: true);
        return planned;
    }

    /// <summary>Anchors a curve in place.</summary>
    /// <param name="pitch">MIDI pitch of each frame.</param>
    /// <param name="notes">The notes.</param>
    /// <param name="plan">The frames.</param>
    public static void Tune(double[] pitch, ImmutableArray<SungNote> notes, FramePlan plan)
    {
        List<(double Frame, double Correction)> anchors = [];
        foreach (var note in notes)
        {
            var length = note.End - note.Start;
            var from = Frame(note.Start + Math.Min(Settling, 0.35 * length), plan, pitch.Length);
            var to = Frame(note.End - Math.Min(Leaving, 0.2 * length), plan, pitch.Length);
            if (to > from)
            {
                var off = pitch[from..to].Select(p => p - note.Pitch).Order().ToList();
                var correction = -(off[(off.Count - 1) / 2] + off[off.Count / 2]) / 2;
                anchors.Add((from, correction));
                anchors.Add((to, correction));
                Hold(pitch.AsSpan(from, to - from), note.Pitch - correction);
            }
        }

        var a = 0;
        for (var t = 0; t < pitch.Length && anchors.Count > 0; t++)
        {
            while (a + 1 < anchors.Count && anchors[a + 1].Frame <= t)
            {
                a++;
            }

            var (left, right) = (anchors[a], anchors[Math.Min(a + 1, anchors.Count - 1)]);
            var share = right.Frame > left.Frame ? Math.Clamp((t - left.Frame) / (right.Frame - left.Frame), 0, 1) : 0;
            pitch[t] += left.Correction + share * (right.Correction - left.Correction);
        }
    }

    private static int Frame(double time, FramePlan plan, int count) =>
        (int)Math.Clamp(Math.Round((time - plan.Origin) / plan.Frame.Seconds), 0, count);

    private static void Hold(Span<double> pitch, double centre)
    {
        foreach (ref var value in pitch)
        {
            value = Math.Clamp(value, centre - Furthest, centre + Furthest);
        }
    }
}
