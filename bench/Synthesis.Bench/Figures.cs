using System.Diagnostics;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis.Bench;

/// <summary>What is measured of a patch.</summary>
internal static class Figures
{
    /// <summary>Loudness, peak, correlation and share of the sides of the patch's phrase.</summary>
    public static SoundFigures Sound(PatchLibrary library, string id, int velocity = 90)
    {
        var sound = Phrases.Render(library, Phrases.Of(id, velocity), 9);
        var (ll, rr, lr) = (1e-20, 1e-20, 0.0);
        for (var i = 0; i < sound.Length; i++)
        {
            ll += sound.Left[i] * (double)sound.Left[i];
            rr += sound.Right[i] * (double)sound.Right[i];
            lr += sound.Left[i] * (double)sound.Right[i];
        }

        return new(
            LoudnessMeter.Of(sound).Integrated,
            DeterministicMath.ToDecibels(TruePeakMeter.Of(sound).SamplePeak),
            lr / Math.Sqrt(ll * rr)
        );
    }

    /// <summary>Nanoseconds of processor time for one sounding note and frame, the best of three runs of four notes that sound all the time.</summary>
    public static double Speed(PatchLibrary library, string id)
    {
        const double Seconds = 12;
        int[] keys =
            Phrases.IsKit(id) ? [36, 38, 42, 46]
            : Phrases.IsBass(id) ? [36]
            : [55, 60, 64, 67];
        var notes = Phrases.IsKit(id)
            ? Enumerable.Range(0, 96).Select(i => new TimedNote(i / 8.0, i / 8.0 + 0.1, keys[i % 4], 90))
            : keys.Select(key => new TimedNote(0, Seconds, key, 90));
        var track = Phrases.Track(id, notes);
        var best = double.MaxValue;
        for (var run = 0; run < 4; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            _ = Phrases.Render(library, track, Seconds);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        return best * 1e9 / (Seconds * SampleRate.House * keys.Length);
    }
}
