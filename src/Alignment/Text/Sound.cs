using Troubadour.Audio;

namespace Troubadour.Alignment;

/// <summary>The recording as all methods here take it: mono, 16 kHz.</summary>
internal static class Sound
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 16000;

    /// <summary>The mean of both channels; what is no number is silence.</summary>
    public static float[] Of(AudioBuffer voice)
    {
        var mono = new float[voice.Length];
        for (var i = 0; i < mono.Length; i++)
        {
            var sample = (voice.Left[i] + voice.Right[i]) / 2;
            mono[i] = float.IsFinite(sample) ? sample : 0;
        }

        return Resampler.Convert(mono, voice.Rate, Rate);
    }
}
