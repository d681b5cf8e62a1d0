using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Transcription.Tests;

/// <summary>From sound to song in one go.</summary>
public class SoundTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 0)]
    [InlineData(3, 0)]
    [InlineData(0.3, 0.3)]
    [InlineData(4, 0.3)]
    public void Silence_and_noise_of_any_length_give_a_song(double seconds, double level)
    {
        var random = new RandomStream(11, "noise");
        var audio = new AudioBuffer((int)(seconds * SampleRate.House));
        for (var i = 0; i < audio.Length; i++)
        {
            (audio.Left[i], audio.Right[i]) = ((float)random.Next(-level, level), (float)random.Next(-level, level));
        }

        var found = SongAnalyser.Analyse(audio, new() { Drums = audio, Other = audio });
        var song = SongTranscriber.Write(found, Documents.Options);
        Assert.Equal(audio.Seconds, song.Seconds);
        Assert.NotEmpty(song.Sections);
        Assert.Equal(song.Sections.Sum(section => section.Length), song.Chords[^1].Tick);
        if (level == 0)
        {
            Assert.Empty(song.Parts);
            Assert.Empty(song.Vocals);
            Assert.Single(song.Tempos);
        }
    }

    [Fact]
    public void Tones_on_beats_are_written_on_beats()
    {
        var audio = new AudioBuffer(12 * SampleRate.House);
        for (var n = 0; n < 20; n++)
        {
            Strike(audio, 0.5 + 0.5 * n, 48 + 12 * (n % 2) + n % 5);
        }

        var found = SongAnalyser.Analyse(
            audio,
            new()
            {
                Bpm = 120,
                Metre = Meter.Common,
                Other = audio,
            }
        );
        var song = SongTranscriber.Write(found, Documents.Options with { IsVocal = false });
        var notes = song.Parts.Single(part => part.Id == "chords").Notes;
        var map = new TimeMap(song.Tempos);
        for (var n = 0; n < 20; n++)
        {
            var own = notes.Where(note => note.Key == 48 + 12 * (n % 2) + n % 5);
            Assert.Contains(own, note => Math.Abs(map.SecondsAt(note.Tick) - 0.5 - 0.5 * n) < 0.04);
        }

        Assert.True(notes.Count(note => note.Tick % 960 == 0) >= 18);
    }

    private static void Strike(AudioBuffer audio, double second, int key)
    {
        var hertz = 440 * DeterministicMath.Exp2((key - 69) / 12.0);
        var from = (int)(second * audio.Rate);
        for (var i = 0; i < 0.45 * audio.Rate; i++)
        {
            var t = (double)i / audio.Rate;
            var value = 0.0;
            for (var h = 1; h <= 6; h++)
            {
                value += DeterministicMath.Sin(2 * Math.PI * h * hertz * t) / (h * h);
            }

            var sample = (float)(0.3 * value * Math.Min(1, t / 0.005) * DeterministicMath.Exp(-4 * t));
            audio.Left[from + i] += sample;
            audio.Right[from + i] += sample;
        }
    }
}
