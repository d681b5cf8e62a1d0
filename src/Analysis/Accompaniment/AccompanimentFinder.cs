using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Writes down the notes of several instruments together: where a note of <see cref="NoteCurves"/> grows, a small network says whether it
/// begins there or is a partial of others. Its weights were learnt on separated stems of rendered songs (<c>Analysis.Bench learn</c>).
/// </summary>
internal static class AccompanimentFinder
{
    /// <summary>The network's resource.</summary>
    public const string Weights = "Troubadour.Analysis.Accompaniment.notes.bin";

    private const double QuietestDb = -35;
    private const float Fallen = 0.3f;
    private const double Shortest = 0.07;

    /// <summary>The notes, in rising time.</summary>
    /// <param name="stem">Everything but voice, bass and drums.</param>
    /// <param name="mix">The song; what lies far under it is a leak of the separation.</param>
    /// <param name="gain">Factor that brings the song to the usual level.</param>
    /// <param name="tuningHz">The frequency of the key 69.</param>
    /// <param name="rhythm">Its beats; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static NoteLine Of(
        AudioBuffer stem,
        AudioBuffer mix,
        double gain,
        double tuningHz,
        Rhythm? rhythm,
        CancellationToken cancellation
    )
    {
        if (!Power.IsHeard(stem, mix, QuietestDb))
        {
            return NoteLine.None;
        }

        var curves = NoteCurves.Of(stem, gain, tuningHz, cancellation);
        var onsets = Real(new NoteOnsets(curves, BandFrames.Of(stem, gain, cancellation)));
        var notes = new List<NoteEstimate>();
        foreach (var voice in onsets.GroupBy(onset => onset.Onset.Note).OrderBy(group => group.Key))
        {
            var own = voice.ToList();
            for (var i = 0; i < own.Count; i++)
            {
                var limit = i + 1 < own.Count ? own[i + 1].Onset.Second : stem.Seconds;
                if (Note(curves, own[i].Onset, limit, own[i].Sure) is { } note)
                {
                    notes.Add(BeatPlace.Quantise(note, rhythm));
                }
            }
        }

        return notes.Count == 0
            ? NoteLine.None
            : new(
                [.. Strong(notes).OrderBy(note => note.Start).ThenBy(note => note.Key)],
                notes.Average(note => note.Confidence)
            );
    }

    private static List<(NoteOnset Onset, double Sure)> Real(NoteOnsets onsets)
    {
        var network = Perceptron.Load(Weights);
        var values = new float[NoteOnsets.Values];
        Span<double> sure = stackalloc double[1];
        var real = new List<(NoteOnset, double)>();
        foreach (var onset in onsets.Find())
        {
            onsets.Read(onset, values);
            network.Run(values, sure);
            if (sure[0] >= 0.5)
            {
                real.Add((onset, sure[0]));
            }
        }

        return real;
    }

    // It sounds until it has fallen well under its height, or until its key is struck again. Strength holds the height for now.
    private static NoteEstimate? Note(NoteCurves curves, NoteOnset onset, double limit, double sure)
    {
        var top = 0f;
        for (var f = onset.Frame; f < onset.Frame + 5; f++)
        {
            top = Math.Max(top, curves[f, onset.Note]);
        }

        var end = onset.Frame + 2;
        while (end < curves.Count && curves[end, onset.Note] >= Fallen * top)
        {
            end++;
        }

        var until = Math.Min(limit, Math.Max(onset.Second + Shortest, (double)end / NoteCurves.Rate));
        return until <= onset.Second
            ? null
            : new(onset.Second, until, NoteDictionary.LowestKey + onset.Note, null, null, sure) { Strength = top };
    }

    private static IEnumerable<NoteEstimate> Strong(List<NoteEstimate> notes)
    {
        var heights = notes.Select(note => note.Strength).Order().ToList();
        var top = Math.Max(1e-9, heights[heights.Count * 9 / 10]);
        return notes.Select(note => note with { Strength = Math.Clamp(0.9 * note.Strength / top, 0, 1) });
    }
}
