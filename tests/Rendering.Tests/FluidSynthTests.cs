using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>
/// Notes against FluidSynth, the reference player (its command line, effects off). FluidSynth's voices are 1.2 dB louder throughout (it gives a filter
/// without resonance 1.5 dB of gain) and fall 96 dB where the specification says 100; it starts notes on a grid of 64 frames.
/// </summary>
public sealed class FluidSynthTests
{
    private const double ItsGain = 1.2;
    private const int Window = 4096;

    [NeedsFact("/usr/bin/fluidsynth", Banks.SmallPath)]
    public void Notes_of_many_presets_have_its_level() =>
        Compare(Banks.SmallPath, [0, 6, 24, 33, 40, 48, 56, 65, 73, 80, 88]);

    [NeedsFact("/usr/bin/fluidsynth", Banks.SmallPath)]
    public void Drums_have_its_level()
    {
        var notes = Enumerable.Range(0, 12).Select(i => new TimedNote(i * 0.5, i * 0.5 + 0.45, 36 + i, 100));
        CompareNotes(Banks.SmallPath, new InstrumentTrack("drums", InstrumentTrack.PercussionBank, 0, [.. notes], []));
    }

    [NeedsFact("/usr/bin/fluidsynth", Banks.GeneralPath)]
    public void Notes_of_the_general_bank_have_its_wave()
    {
        // Unison voices and slow attacks need no time to settle here, so the waves themselves can be compared.
        var notes = Enumerable.Range(0, 8).Select(i => new TimedNote(i * 0.5, i * 0.5 + 0.45, 40 + 3 * i, 60 + 8 * i));
        var track = new InstrumentTrack("bass", 0, 33, [.. notes], []);
        var (ours, theirs) = Render(Banks.GeneralPath, track, 4);
        for (var i = 0; i < 8; i++)
        {
            var start = (int)((i * 0.5 + 0.1) * SampleRate.House);
            Assert.InRange(BestCorrelation(ours, theirs, start), 0.995, 1);
        }
    }

    [NeedsFact(FluidSynth.Path, Banks.SmallPath)]
    public void Eight_typical_instruments_are_within_the_tolerances()
    {
        // Piano, guitar, bass, strings, trumpet, saxophone, flute, pad.
        using var bank = SoundBank.Load(Banks.SmallPath);
        int[] programs = [0, 25, 33, 48, 56, 65, 73, 89];
        var tracks = programs
            .Select(
                (program, i) =>
                    new InstrumentTrack(
                        $"{program}",
                        0,
                        program,
                        [new(4 * i, 4 * i + 1, 48, 50), new(4 * i + 2, 4 * i + 3, 72, 110)],
                        []
                    )
            )
            .ToArray();
        var frames = 4 * tracks.Length * SampleRate.House + NoteComparison.MostDelay;
        var theirs = FluidSynth.Render(Banks.SmallPath, tracks, frames);
        foreach (var track in tracks)
        {
            var ours = Rendered.Of(bank, track, track.Notes[^1].Start + 2);
            var notes = track.Notes.Select(note => Compared(ours, theirs, note.Start)).ToArray();
            var (level, envelope, spectrum) = (
                notes.Average(n => n.Level),
                notes.Average(n => n.Envelope),
                notes.Average(n => n.Spectrum)
            );
            Assert.True(
                Math.Abs(level) <= Tolerance.Level && envelope <= Tolerance.Envelope && spectrum <= Tolerance.Spectrum,
                $"Program {track.Id}: level {level:F2}, envelope {envelope:F2}, spectrum {spectrum:F2} dB."
            );
        }
    }

    private static NoteComparison Compared(Rendered ours, (float[] Left, float[] Right) theirs, double seconds)
    {
        const int Ours = NoteComparison.Frames;
        const int Theirs = Ours + NoteComparison.MostDelay;
        var at = (int)(seconds * SampleRate.House);
        var compared = NoteComparison.Of(
            (ours.Left.AsMemory(at, Ours), ours.Right.AsMemory(at, Ours)),
            (theirs.Left.AsMemory(at, Theirs), theirs.Right.AsMemory(at, Theirs))
        );
        Assert.NotNull(compared);
        return compared;
    }

    private static void Compare(string bank, int[] programs)
    {
        foreach (var program in programs)
        {
            var notes = Enumerable
                .Range(0, 6)
                .Select(i => new TimedNote(i * 0.5, i * 0.5 + 0.45, 40 + 7 * i, 40 + 16 * i));
            CompareNotes(bank, new InstrumentTrack($"program {program}", 0, program, [.. notes], []));
        }
    }

    /// <summary>The level of each note in two windows, within 1.5 dB; and over all notes within 0.5 dB.</summary>
    private static void CompareNotes(string bank, InstrumentTrack track)
    {
        var (ours, theirs) = Render(bank, track, track.Notes.Max(n => n.End) + 0.1);
        var differences = new List<double>();
        foreach (var note in track.Notes)
        {
            foreach (var after in (double[])[0.03, 0.2])
            {
                var start = (int)((note.Start + after) * SampleRate.House);
                var (a, b) = (Rendered.Rms(ours.AsSpan(start, Window)), Rendered.Rms(theirs.AsSpan(start, Window)));
                if (b > 1e-3)
                {
                    differences.Add(Rendered.Decibels(a / b) + ItsGain);
                }
            }
        }

        Assert.True(differences.Count > track.Notes.Length / 2, $"{track.Id}: too few notes to compare.");
        Assert.True(
            differences.All(d => Math.Abs(d) < 1.5),
            $"{track.Id}: {string.Join(" ", differences.Select(d => d.ToString("F2", null)))}"
        );
        Assert.InRange(differences.Average(), -0.5, 0.5);
    }

    private static (float[] Ours, float[] Theirs) Render(string path, InstrumentTrack track, double seconds)
    {
        using var bank = SoundBank.Load(path);
        var ours = Rendered.Of(bank, track, seconds);
        var theirs = FluidSynth.Render(path, [track], ours.Left.Length + Window);
        return (Sum(ours.Left, ours.Right), Sum(theirs.Left, theirs.Right));
    }

    private static float[] Sum(float[] left, float[] right) => [.. left.Zip(right, (l, r) => l + r)];

    /// <summary>The best normalised correlation over the delays that FluidSynth's grid can bring.</summary>
    private static double BestCorrelation(float[] ours, float[] theirs, int start)
    {
        var best = 0.0;
        for (var lag = 0; lag < 400; lag++)
        {
            double ab = 0,
                aa = 0,
                bb = 0;
            for (var i = start; i < start + Window; i++)
            {
                ab += ours[i] * theirs[i + lag];
                aa += ours[i] * ours[i];
                bb += theirs[i + lag] * theirs[i + lag];
            }

            best = Math.Max(best, ab / Math.Sqrt(aa * bb));
        }

        return best;
    }
}
