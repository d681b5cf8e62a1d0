using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Portraits.Bench;

/// <summary>What stands between a singer and a clip: an equaliser drawn by chance, a small room, a little noise.</summary>
internal static class Channel
{
    private static readonly double[] Echoes = [0.0113, 0.0191, 0.0287, 0.0371, 0.0533, 0.0719, 0.0977, 0.131];

    /// <summary>The clip behind the channel of that number.</summary>
    public static AudioBuffer Of(AudioBuffer clip, long number)
    {
        var random = new RandomStream(number, "channel");
        var rate = SampleRate.House;
        var changed = new AudioBuffer(clip.Length);
        var wet = random.Next(0, 0.35);
        Room(clip.Left, changed.Left, wet);
        Biquad[] filters =
        [
            new(BiquadCoefficients.LowShelf(random.Next(150, 350), 0.7, random.Next(-4, 3), rate)),
            new(BiquadCoefficients.Peak(random.Next(700, 3500), 0.8, random.Next(-2.5, 2.5), rate)),
            new(BiquadCoefficients.HighShelf(random.Next(3000, 8000), 0.7, random.Next(-3, 4), rate)),
        ];
        foreach (var filter in filters)
        {
            filter.Process(changed.Left);
        }

        var noise = 0.0016 * random.NextUnit();
        for (var i = 0; i < changed.Length; i++)
        {
            changed.Left[i] += (float)random.Next(-noise, noise);
        }

        changed.Left.CopyTo(changed.Right, 0);
        return changed;
    }

    private static void Room(float[] dry, float[] wet, double share)
    {
        dry.CopyTo(wet, 0);
        for (var echo = 0; echo < Echoes.Length; echo++)
        {
            var delay = (int)(Echoes[echo] * SampleRate.House);
            var gain = (float)(share * DeterministicMath.Exp(-Echoes[echo] / 0.06)) * (echo % 2 == 0 ? 1 : -1);
            for (var i = delay; i < dry.Length; i++)
            {
                wet[i] += gain * wet[i - delay] * 0.5f + gain * dry[i - delay] * 0.5f;
            }
        }
    }
}
