using System.Diagnostics;
using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Synthesis.Tests;

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

    /// <summary>
    /// Decibels of the strongest component below 16 kHz that lies on no harmonic of the key's octave below, beside the strongest of all;
    /// unison and drift widen what counts as a harmonic.
    /// </summary>
    public static double Aliases(PatchLibrary library, string id, int key)
    {
        var sound = Phrases.Render(library, Phrases.Track(id, [new TimedNote(0, 3, key, 90)]), 2.5);
        var spectrum = Spectra.Of(sound.Left.AsSpan(4410));
        var fundamental = 440 * DeterministicMath.Exp2((key - 69) / 12.0);
        return Spectra.Aliases(spectrum, fundamental / 2, 16000, fundamental / 2 * 0.03);
    }

    /// <summary>
    /// Nanoseconds of processor time for one sounding voice and frame, effects at the patch's end included, the best of some runs of the
    /// patch's phrase; and the seconds of 180 s of it.
    /// </summary>
    public static (double Cost, double Seconds) Speed(PatchLibrary library, string id)
    {
        const int Times = 4;
        var phrase = Phrases.Of(id);
        var notes = Enumerable
            .Range(0, Times)
            .SelectMany(i => phrase.Notes.Select(n => n with { Start = n.Start + 8 * i, End = n.End + 8 * i }));
        var track = Phrases.Track(id, notes);
        var best = (Cost: double.MaxValue, Seconds: double.MaxValue);
        for (var run = 0; run < 8; run++)
        {
            var player = (SynthPlayer)library.Player(track);
            var block = new float[4][];
            for (var i = 0; i < 4; i++)
            {
                block[i] = new float[1024];
            }

            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var at = 0; at < 8 * Times * SampleRate.House; at += 1024)
            {
                player.Read(block[0], block[1], block[2], block[3]);
            }

            var spent = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            best = (
                Math.Min(best.Cost, spent * 1e9 / (player.VoiceBlocks * SynthPlayer.BlockFrames)),
                Math.Min(best.Seconds, spent * 180 / (8 * Times))
            );
        }

        return best;
    }
}
