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
