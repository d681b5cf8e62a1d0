using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Refuses what cannot be analysed.</summary>
internal static class AnalysisInput
{
    public static void Check(AudioBuffer audio, AnalysisOptions options)
    {
        CheckSound(audio, "sound");
        (AudioBuffer?, string)[] stems =
        [
            (options.Voice, "voice"),
            (options.Bass, "bass"),
            (options.Drums, "drums"),
            (options.Other, "other"),
        ];
        foreach (var (stem, name) in stems)
        {
            if (stem is null)
            {
                continue;
            }

            CheckSound(stem, name);
            if (stem.Length != audio.Length)
            {
                throw new ArgumentException(
                    $"The {name} has {stem.Length} frames, the sound {audio.Length}; they must be equal."
                );
            }
        }

        if (options.Bpm is { } bpm && !(bpm is >= 30 and <= 300))
        {
            throw new ArgumentException($"The tempo is {bpm}; 30 to 300 beats a minute are allowed.");
        }

        if (options.Threads is < 1 or > 2)
        {
            throw new ArgumentException($"Threads is {options.Threads}; 1 or 2 are allowed.");
        }
    }

    private static void CheckSound(AudioBuffer audio, string name)
    {
        if (audio.Rate != SampleRate.House)
        {
            throw new ArgumentException($"The {name} has {audio.Rate} frames a second; {SampleRate.House} are needed.");
        }

        if (audio.Seconds > SongAnalyser.MostSeconds)
        {
            throw new ArgumentException(
                $"The {name} lasts {audio.Seconds:F0} s; {SongAnalyser.MostSeconds} s are allowed."
            );
        }

        if (!Finite(audio.Left) || !Finite(audio.Right))
        {
            throw new ArgumentException($"The {name} holds a sample that is no number of a usual size.");
        }
    }

    // Samples far over full scale are no sound either, and their squares would overflow.
    private static bool Finite(float[] samples)
    {
        foreach (var sample in samples)
        {
            if (!(Math.Abs(sample) < 1e6f))
            {
                return false;
            }
        }

        return true;
    }
}
