using Troubadour.Audio;

namespace Troubadour.Separation.Tests;

/// <summary>Test sounds and comparisons.</summary>
internal static class Sounds
{
    public static readonly SeparationOptions NoMedians = new() { MedianShare = 0 };

    /// <summary>White noise of half of full scale, another on each channel, from a counter.</summary>
    public static AudioBuffer Noise(int length, uint seed = 1)
    {
        var sound = new AudioBuffer(length);
        var state = seed * 2654435761u + 1;
        for (var i = 0; i < length; i++)
        {
            state = state * 1664525u + 1013904223u;
            sound.Left[i] = (state >> 8) / 16777216f - 0.5f;
            state = state * 1664525u + 1013904223u;
            sound.Right[i] = (state >> 8) / 16777216f - 0.5f;
        }

        return sound;
    }

    /// <summary>Two notes of overtones that wobble and a click every half second, the left louder.</summary>
    public static AudioBuffer Band(double seconds)
    {
        var sound = new AudioBuffer((int)(seconds * 44100));
        for (var i = 0; i < sound.Length; i++)
        {
            var time = i / 44100.0;
            var low = Math.Sin(2 * Math.PI * 55 * time) + 0.4 * Math.Sin(2 * Math.PI * 110 * time);
            var high = Math.Sin(2 * Math.PI * 440 * time + 3 * Math.Sin(2 * Math.PI * 5 * time));
            var click = i % 22050 < 300 ? 0.5 * Math.Sin(i * i * 0.37) : 0;
            sound.Left[i] = (float)(0.2 * low + 0.15 * high + click);
            sound.Right[i] = (float)(0.2 * low + 0.10 * high + 0.8 * click);
        }

        return sound;
    }

    public static AudioBuffer Changed(AudioBuffer sound, Func<float, float, (float Left, float Right)> change)
    {
        var changed = new AudioBuffer(sound.Length);
        for (var i = 0; i < sound.Length; i++)
        {
            (changed.Left[i], changed.Right[i]) = change(sound.Left[i], sound.Right[i]);
        }

        return changed;
    }

    /// <summary>The greatest distance of two samples at the same place.</summary>
    public static float Distance(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        Assert.Equal(one.Length, other.Length);
        var greatest = 0f;
        for (var i = 0; i < one.Length; i++)
        {
            greatest = Math.Max(greatest, Math.Abs(one[i] - other[i]));
        }

        return greatest;
    }

    public static float Distance(AudioBuffer one, AudioBuffer other) =>
        Math.Max(Distance(one.Left, other.Left), Distance(one.Right, other.Right));
}
