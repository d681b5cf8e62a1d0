using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Ingest.Tests.Fingerprints;

/// <summary>Short songs of one style: a bass, chords and a tune of a few harmonics over drums of noise, all at 120 beats a minute.</summary>
internal static class Songs
{
    private const int Beat = SampleRate.House / 2;
    private static readonly int[] Scale = [0, 2, 4, 5, 7, 9, 11];

    /// <summary>A song.</summary>
    /// <param name="seed">Which one; drums sound alike in all.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="key">Semitones up: another mix of the same notes and drums.</param>
    /// <param name="drums">How loud the drums are, times the usual.</param>
    public static AudioBuffer Make(long seed, double seconds = 24, int key = 0, float drums = 1)
    {
        var song = new AudioBuffer((int)(seconds * SampleRate.House));
        var notes = new RandomStream(seed, "notes");
        for (var beat = 0; beat * Beat < song.Length; beat++)
        {
            AddDrum(song, beat, drums);
            AddNote(song, 36 + key + Step(notes), beat, 1, 0.2);
            AddNote(song, 60 + key + Step(notes), beat, 0.5, 0.15);
            AddNote(song, 67 + key + Step(notes), beat + notes.NextInt(2) * 0.5, 0.5, 0.15);
            AddNote(song, 48 + key + Step(notes), beat, 1, 0.1);
        }

        return song;
    }

    /// <summary>A part of a song.</summary>
    public static AudioBuffer Cut(AudioBuffer song, double from, double seconds)
    {
        var start = (int)(from * song.Rate);
        var cut = new AudioBuffer((int)(seconds * song.Rate), song.Rate);
        song.Left.AsSpan(start, cut.Length).CopyTo(cut.Left);
        song.Right.AsSpan(start, cut.Length).CopyTo(cut.Right);
        return cut;
    }

    /// <summary>Every sample of both channels by a rule.</summary>
    public static AudioBuffer Map(AudioBuffer song, Func<float, float> rule)
    {
        var mapped = new AudioBuffer(song.Length, song.Rate);
        for (var i = 0; i < song.Length; i++)
        {
            (mapped.Left[i], mapped.Right[i]) = (rule(song.Left[i]), rule(song.Right[i]));
        }

        return mapped;
    }

    /// <summary>With white noise so many decibels below it.</summary>
    public static AudioBuffer Noisy(AudioBuffer song, double decibels, long seed)
    {
        var power = song.Left.Sum(sample => (double)sample * sample) / song.Length;
        var level = Math.Sqrt(power * Math.Pow(10, -decibels / 10));
        var random = new RandomStream(seed, "noise");
        return Map(song, sample => sample + (float)(level * random.NextNormal()));
    }

    private static int Step(RandomStream notes) => Scale[notes.NextInt(Scale.Length)];

    private static void AddNote(AudioBuffer song, double pitch, double beat, double beats, double level)
    {
        var hertz = 440 * Math.Pow(2, (pitch - 69) / 12);
        var start = (int)(beat * Beat);
        var count = Math.Min((int)(beats * Beat), song.Length - start);
        for (var i = 0; i < count; i++)
        {
            var sample = 0.0;
            for (var harmonic = 1; harmonic <= 5; harmonic++)
            {
                sample += Math.Sin(2 * Math.PI * hertz * harmonic * i / SampleRate.House) / harmonic;
            }

            sample *= level * Math.Exp(-3.0 * i / Beat) * Math.Min(1, i / 200.0);
            song.Left[start + i] += (float)sample;
            song.Right[start + i] += (float)(0.8 * sample);
        }
    }

    private static void AddDrum(AudioBuffer song, int beat, float level)
    {
        // The same hit each time, as a sampled drum gives it.
        var random = new RandomStream(beat % 2, "drum");
        var start = beat * Beat;
        var count = Math.Min(Beat / 4, song.Length - start);
        for (var i = 0; i < count; i++)
        {
            var sample = level * (float)(0.2 * random.NextNormal() * Math.Exp(-6.0 * i / (Beat / 4)));
            song.Left[start + i] += sample;
            song.Right[start + i] += sample;
        }
    }
}
