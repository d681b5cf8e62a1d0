using Troubadour.Audio;

namespace Troubadour.Analysis.Tests;

/// <summary>Tunes and bass lines that are known.</summary>
public class LineTests
{
    private static readonly int[] s_tune = [67, 69, 71, 72, 74, 71, 67, 64, 62, 64, 67, 60];

    [Fact]
    public void A_tune_alone_gives_its_notes_and_pitches()
    {
        var audio = new AudioBuffer(8 * SampleRate.House);
        for (var n = 0; n < s_tune.Length; n++)
        {
            Synthetic.Tone(audio, 1 + 0.5 * n, 0.4, s_tune[n], 0.3);
        }

        var found = SongAnalyser.Analyse(audio, new() { Voice = audio, Threads = 1 }).Melody;
        Assert.Equal(s_tune, found.Notes.Select(n => n.Key));
        for (var n = 0; n < s_tune.Length; n++)
        {
            Assert.InRange(found.Notes[n].Start, 0.94 + 0.5 * n, 1.06 + 0.5 * n);
            var hertz = found.Hz[(int)((1.2 + 0.5 * n) * found.FramesPerSecond)];
            Assert.InRange(69 + 12 * DeterministicMath.Log2(hertz / 440), s_tune[n] - 0.2, s_tune[n] + 0.2);
        }
    }

    [Fact]
    public void Syllables_on_one_key_are_parted_and_a_held_note_is_not()
    {
        var audio = new AudioBuffer(8 * SampleRate.House);
        for (var n = 0; n < 6; n++)
        {
            Synthetic.Tone(audio, 1 + 0.5 * n, 0.42, 64, 0.3);
            // The voice gives way, but does not stop.
            Synthetic.Tone(audio, 1.42 + 0.5 * n, 0.08, 64, 0.06);
        }

        Synthetic.Tone(audio, 5, 2, 66, 0.3);
        var notes = SongAnalyser.Analyse(audio, new() { Voice = audio, Threads = 1 }).Melody.Notes;
        Assert.Equal([64, 64, 64, 64, 64, 64, 66], notes.Select(n => n.Key));
        for (var n = 0; n < 6; n++)
        {
            Assert.InRange(notes[n].Start, 0.93 + 0.5 * n, 1.07 + 0.5 * n);
        }
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(20, true)]
    public void A_note_far_from_the_tune_around_it_counts_only_when_it_is_held(int frames, bool counts)
    {
        var keys = new List<float>();
        foreach (
            var (key, length) in new[] { (60, 20), (62, 20), (64, 20), (72, frames), (62, 20), (60, 20), (62, 20) }
        )
        {
            keys.AddRange(Enumerable.Repeat((float)key, length));
        }

        var ones = keys.ConvertAll(_ => 1f).ToArray();
        var line = new PitchLine([.. keys], new float[ones.Length], ones, Array.ConvertAll(ones, _ => true), ones);
        var found = VoiceNotes.Of(line, null).Select(note => note.Key);
        Assert.Equal(counts ? [60, 62, 64, 72, 62, 60, 62] : [60, 62, 64, 62, 60, 62], found);
    }

    [Theory]
    [InlineData(0.12, 0.5)]
    [InlineData(0.31, 0.25)]
    public void A_bass_alone_is_cut_at_its_strokes(double first, double gap)
    {
        var audio = new AudioBuffer(6 * SampleRate.House);
        for (var n = 0; n < 10; n++)
        {
            Synthetic.Tone(audio, first + gap * n, gap - 0.005, 40, 0.3);
        }

        var notes = SongAnalyser.Analyse(audio, new() { Bass = audio, Threads = 1 }).Bass.Notes;
        Assert.All(notes, note => Assert.Equal(40, note.Key));
        Assert.InRange(notes.Length, 9, 11);
        Assert.All(
            notes,
            note =>
            {
                var place = (note.Start - first) / gap;
                Assert.InRange((place - Math.Round(place)) * gap, -0.03, 0.03);
            }
        );
    }

    [Fact]
    public void A_bass_under_a_tune_gives_its_notes()
    {
        int[] bass = [36, 43, 33, 40, 41, 43, 36, 31];
        var audio = new AudioBuffer(9 * SampleRate.House);
        for (var n = 0; n < bass.Length; n++)
        {
            Synthetic.Tone(audio, 0.5 + n, 0.9, bass[n], 0.3);
            Synthetic.Tone(audio, 0.5 + n, 0.45, 67 + n % 3, 0.1);
        }

        var found = SongAnalyser.Analyse(audio, new() { Threads = 1 }).Bass.Notes;
        for (var n = 0; n < bass.Length; n++)
        {
            var there = found.Where(f => f.Start < 1.1 + n && f.End > 0.9 + n);
            Assert.Contains(bass[n], there.Select(f => f.Key));
        }
    }
}
