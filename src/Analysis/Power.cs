using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Powers of whole sounds.</summary>
internal static class Power
{
    /// <summary>True when a stem is no weaker than some decibels against its mix.</summary>
    public static bool IsHeard(AudioBuffer stem, AudioBuffer mix, double decibels)
    {
        var (own, all) = (Of(stem), Of(mix));
        return own > 0 && own >= all * DeterministicMath.FromDecibels(2 * decibels);
    }

    private static double Of(AudioBuffer audio)
    {
        var sum = 0.0;
        for (var i = 0; i < audio.Length; i++)
        {
            sum += (double)audio.Left[i] * audio.Left[i] + (double)audio.Right[i] * audio.Right[i];
        }

        return sum;
    }
}
