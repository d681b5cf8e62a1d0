using Troubadour.Audio;

namespace Troubadour.Analysis.Tests;

/// <summary>Sound whose beats and notes are known because it is made here.</summary>
internal static class Synthetic
{
    /// <summary>Decaying tones at every beat: low and loud on downbeats, higher elsewhere, and thin ones (a hi-hat in bars of four) on the parts of a beat, over fifths that are held.</summary>
    public static AudioBuffer Clicks(double bpm, int pulses, int division, double seconds)
    {
        var audio = new AudioBuffer((int)(seconds * SampleRate.House));
        var beat = 60 / bpm;
        // Bars of two are told from bars of four by their harmony only: it changes with each of them.
        var held = pulses == 2 ? 2 * beat : seconds;
        for (var start = 0.0; start < seconds; start += held)
        {
            var key = Math.Round(start / held) % 2 == 0 ? 57 : 55;
            Tone(audio, start, held, key, 0.08);
            Tone(audio, start, held, key + 7, 0.08);
        }

        for (var k = 0; k * beat / division < seconds - 0.1; k++)
        {
            var at = k * beat / division;
            if (k % division != 0)
            {
                Hit(audio, at, 5000, pulses == 4 ? 0.2 : 0.1);
            }
            else if (k / division % pulses == 0)
            {
                Hit(audio, at, 70, 0.7);
                Hit(audio, at, 2000, 0.2);
            }
            else
            {
                Hit(audio, at, 2500, 0.35);
            }
        }

        return audio;
    }

    /// <summary>Adds a held tone of six harmonics with an attack of 10 ms.</summary>
    public static void Tone(
        AudioBuffer audio,
        double start,
        double length,
        double key,
        double level,
        double tuning = 440
    )
    {
        var hertz = tuning * DeterministicMath.Exp2((key - 69) / 12);
        var (from, count) = ((int)(start * audio.Rate), (int)(length * audio.Rate));
        for (var i = 0; i < count && from + i < audio.Length; i++)
        {
            var t = (double)i / audio.Rate;
            var edge = Math.Min(1, Math.Min(t, length - t) / 0.01);
            var value = 0.0;
            for (var h = 1; h <= 6; h++)
            {
                value += DeterministicMath.Sin(2 * Math.PI * h * hertz * t) / (h * h);
            }

            audio.Left[from + i] += (float)(level * edge * value);
            audio.Right[from + i] += (float)(level * edge * value);
        }
    }

    /// <summary>Triads with a bass, a chord a bar of 2 s, from a root (0 to 11) and a third of 3 or 4 semitones each.</summary>
    public static AudioBuffer Chords(IReadOnlyList<(int Root, int Third)> chords, double tuning = 440)
    {
        var audio = new AudioBuffer(chords.Count * 2 * SampleRate.House);
        for (var c = 0; c < chords.Count; c++)
        {
            var (root, third) = chords[c];
            Tone(audio, 2 * c, 2, 36 + root, 0.2, tuning);
            foreach (var note in new[] { 0, third, 7 })
            {
                for (var beat = 0; beat < 4; beat++)
                {
                    Tone(audio, 2 * c + 0.5 * beat, 0.48, 60 + (root + note) % 12, 0.1, tuning);
                }
            }

            for (var beat = 0; beat < 4; beat++)
            {
                Hit(audio, 2 * c + 0.5 * beat, beat == 0 ? 70 : 2500, beat == 0 ? 0.4 : 0.15);
            }
        }

        return audio;
    }

    private static void Hit(AudioBuffer audio, double start, double hertz, double level)
    {
        var from = (int)(start * audio.Rate);
        for (var i = 0; i < 3000 && from + i < audio.Length; i++)
        {
            var value = (float)(
                level * DeterministicMath.Exp(-i / 500.0) * DeterministicMath.Sin(2 * Math.PI * hertz * i / audio.Rate)
            );
            audio.Left[from + i] += value;
            audio.Right[from + i] += value;
        }
    }
}
