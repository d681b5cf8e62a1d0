using System.Globalization;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>Every General MIDI program and drum against FluidSynth, note by note.</summary>
internal static class InstrumentBench
{
    private const double Spacing = 4;
    private const int TracksAtOnce = 15;

    private const string Head = """
        | instrument | level, mean | greatest | envelope | spectrum | pitch | |
        | --- | --- | --- | --- | --- | --- | --- |

        """;

    private static readonly (int Key, int Velocity)[] Strokes = [(48, 50), (48, 110), (72, 50), (72, 110)];

    /// <summary>Writes bench/results/rendering-instruments.md.</summary>
    public static void Write(string[] banks)
    {
        var report = new StringBuilder();
        report.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Instruments beside fluidsynth

            Notes of 1.0 s, 1.5 s recorded, by our player and `fluidsynth` (2.3.1: `{FluidSynth.Options}`, 4th order), round robin off. Programs: keys 48 and 72 at velocities 50 and 110; drums: each key at both velocities. fluidsynth's voices are {NoteComparison.ItsGain} dB louder throughout (it gives a filter without resonance 1.5 dB), which is taken off.

            - level: ours over theirs in dB, mean and greatest of the notes;
            - envelope: mean absolute difference of 20 ms frames, dB, where theirs is above -50 dB of its highest;
            - spectrum: mean absolute difference of third octaves within 40 dB of the loudest, dB;
            - pitch: greatest difference of the strongest partial in cents, where there is one.

            Tolerances: level {Tolerance.Level} dB (mean), envelope {Tolerance.Envelope} dB, spectrum {Tolerance.Spectrum} dB. What is outside is marked with !.

            """
        );
        foreach (var path in banks)
        {
            WriteBank(report, path);
        }

        Console.WriteLine(report);
        File.WriteAllText("bench/results/rendering-instruments.md", report.ToString());
    }

    private static void WriteBank(StringBuilder report, string path)
    {
        using var bank = SoundBank.Load(path);
        InstrumentTrack[] tracks =
        [
            .. Enumerable.Range(0, 128).Select(Subject),
            .. Enumerable.Range(35, 25).Select(Drum),
        ];
        var rows = Compare(bank, path, tracks, FluidSynth.UsualOrder);
        var within = rows.Count(r => r.IsWithin);
        report.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## {Path.GetFileName(path)}

            Within the tolerances: {within} of {rows.Count}. Medians: level {Median(
                rows,
                r => Math.Abs(r.Level)
            ):F2}, envelope {Median(rows, r => r.Envelope):F2}, spectrum {Median(rows, r => r.Spectrum):F2} dB.

            {Head}
            """
        );
        rows.ForEach(row => report.AppendLine(row.ToString()));
        InstrumentTrack[] outside = [.. tracks.Where((_, i) => !rows[i].IsWithin)];
        if (outside.Length > 0)
        {
            report.Append("\nThe ones outside, again, with fluidsynth's 7th order:\n\n" + Head);
            Compare(bank, path, outside, 7).ForEach(row => report.AppendLine(row.ToString()));
        }
    }

    private static double Median(List<InstrumentRow> rows, Func<InstrumentRow, double> value) =>
        rows.Select(value).Order().ElementAt(rows.Count / 2);

    private static InstrumentTrack Subject(int program) => Track($"{program}", 0, program, Strokes);

    private static InstrumentTrack Drum(int key) =>
        Track($"drum {key}", InstrumentTrack.PercussionBank, 0, [(key, 50), (key, 110)]);

    private static InstrumentTrack Track(string id, int bank, int program, (int Key, int Velocity)[] strokes) =>
        new(
            id,
            bank,
            program,
            [.. strokes.Select((s, i) => new TimedNote(Spacing * i, Spacing * i + 1, s.Key, s.Velocity))],
            []
        );

    private static List<InstrumentRow> Compare(SoundBank bank, string path, InstrumentTrack[] tracks, int order)
    {
        var rows = new List<InstrumentRow>();
        foreach (var chunk in tracks.Chunk(TracksAtOnce))
        {
            var slot = chunk.Max(t => t.Notes.Length) * Spacing;
            // Drums share a channel, so two of them must not sound at once: their slots do not overlap either.
            var moved = chunk.Select((track, i) => Moved(track, i * slot)).ToArray();
            var length = (int)((chunk.Length * slot + 2) * Audio.SampleRate.House);
            var theirs = FluidSynth.Render(path, moved, length, order);
            rows.AddRange(chunk.Select((track, i) => Compare(bank, track, theirs, i * slot)));
        }

        return rows;
    }

    private static InstrumentRow Compare(
        SoundBank bank,
        InstrumentTrack track,
        (float[] Left, float[] Right) theirs,
        double offset
    )
    {
        var frames = (int)(track.Notes.Length * Spacing * Audio.SampleRate.House);
        var options = new PlayerOptions { HasSends = false, HasRoundRobin = false };
        var player = new InstrumentPlayer(bank, track, options: options);
        float[] left = new float[frames],
            right = new float[frames],
            unused = new float[frames];
        player.Read(left, right, unused, unused);
        var notes = new List<NoteComparison>();
        foreach (var note in track.Notes)
        {
            var at = (int)Math.Round(note.Start * Audio.SampleRate.House);
            var theirAt = (int)Math.Round((note.Start + offset) * Audio.SampleRate.House);
            const int Theirs = NoteComparison.Frames + NoteComparison.MostDelay;
            var compared = NoteComparison.Of(
                (left.AsMemory(at, NoteComparison.Frames), right.AsMemory(at, NoteComparison.Frames)),
                (theirs.Left.AsMemory(theirAt, Theirs), theirs.Right.AsMemory(theirAt, Theirs))
            );
            if (compared is not null)
            {
                notes.Add(compared);
            }
        }

        return new InstrumentRow($"{track.Id} {player.Preset?.Name}", [.. notes]);
    }

    private static InstrumentTrack Moved(InstrumentTrack track, double seconds) =>
        track with
        {
            Notes = [.. track.Notes.Select(n => n with { Start = n.Start + seconds, End = n.End + seconds })],
        };
}
