using Troubadour.Audio;

namespace Troubadour.Separation.Tests;

/// <summary>The network on sounds that no training song has: plucked low notes, bursts of noise, sines that are held.</summary>
public class PlainSoundTests
{
    private const int Length = 8 * 44100;

    [Fact]
    public void Low_notes_bursts_and_held_tones_find_their_stems()
    {
        AudioBuffer[] parts = [Low(), Bursts(), Held()];
        var mix = new AudioBuffer(Length);
        for (var i = 0; i < Length; i++)
        {
            mix.Left[i] = parts.Sum(part => part.Left[i]);
            mix.Right[i] = parts.Sum(part => part.Right[i]);
        }

        using var separator = Separator.Load(Path.Combine(AppContext.BaseDirectory, "separation.onnx"));
        var stems = separator.Separate(mix);
        foreach (var (part, stem) in parts.Zip([Stem.Bass, Stem.Drums, Stem.Other]))
        {
            // Signal-to-distortion ratio against that of the mix.
            var gain = Error(part, mix) / Error(part, stems[stem]);
            Assert.True(10 * Math.Log10(gain) > 8, $"{stem}: {10 * Math.Log10(gain):F1} dB");
        }
    }

    private static AudioBuffer Low()
    {
        var sound = new AudioBuffer(Length);
        for (var i = 0; i < Length; i++)
        {
            var pitch = i / 44100 % 2 == 0 ? 55 : 73.4;
            var value = 0.0;
            for (var overtone = 1; overtone < 6; overtone++)
            {
                value += Math.Sin(2 * Math.PI * pitch * overtone * i / 44100) / overtone;
            }

            sound.Left[i] = sound.Right[i] = (float)(0.2 * value * Math.Exp(-2.0 * (i % 44100) / 44100));
        }

        return sound;
    }

    private static AudioBuffer Bursts()
    {
        var noise = Sounds.Noise(Length);
        for (var i = 0; i < Length; i++)
        {
            noise.Left[i] *= (float)(0.6 * Math.Exp(-30.0 * (i % 22050) / 22050));
            noise.Right[i] = noise.Left[i];
        }

        return noise;
    }

    private static AudioBuffer Held()
    {
        var sound = new AudioBuffer(Length);
        for (var i = 0; i < Length; i++)
        {
            var time = 2 * Math.PI * i / 44100;
            sound.Left[i] = (float)(0.05 * (Math.Sin(440 * time) + Math.Sin(554.4 * time)));
            sound.Right[i] = (float)(0.05 * (Math.Sin(659.3 * time) + Math.Sin(880 * time)));
        }

        return sound;
    }

    private static double Error(AudioBuffer truth, AudioBuffer estimate)
    {
        var sum = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            var (left, right) = (truth.Left[i] - estimate.Left[i], truth.Right[i] - estimate.Right[i]);
            sum += left * left + right * right;
        }

        return sum;
    }
}
