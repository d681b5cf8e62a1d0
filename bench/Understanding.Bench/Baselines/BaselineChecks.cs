using Troubadour.Audio;
using Troubadour.Separation.Bench;

namespace Troubadour.Understanding.Bench;

/// <summary>What must hold of the simple methods before anything is compared with them, on sounds whose answer is known.</summary>
internal static class BaselineChecks
{
    private const int Seconds = 12;
    private const int Loop = 2 * SampleRate.House;

    /// <summary>Checks.</summary>
    /// <exception cref="InvalidOperationException">A method does not do what it is for.</exception>
    public static void Run()
    {
        Require(MediansAreThoseOfSorting(), "Moving medians are not those of sorting.");
        var (clicks, tones) = (Clicks(), Sound(Tones));
        Require(
            Signals.Score(clicks, MedianSplit.Drums(Sum(clicks, tones))).Sdr > 10,
            "Medians do not part clicks from tones."
        );
        var (backing, voice) = (Sound(Noise), Sound(Glide));
        var mix = Sum(backing, voice);
        Require(
            Signals.Score(backing, RepetSim.Backing(mix)).Sdr > Signals.Score(backing, mix).Sdr + 5,
            "REPET-SIM does not part a loop from what glides over it."
        );
    }

    private static bool MediansAreThoseOfSorting()
    {
        var values = Enumerable.Range(0, 100).Select(i => (float)(Hash(i) % 40)).ToArray();
        var medians = new float[values.Length];
        MovingMedian.Of(values, 8, medians);
        return Enumerable
            .Range(0, values.Length)
            .All(i =>
            {
                var near = values[Math.Max(0, i - 8)..Math.Min(values.Length, i + 9)].Order().ToList();
                return near[near.Count / 2] == medians[i];
            });
    }

    private static AudioBuffer Clicks() => Sound(i => i % (SampleRate.House / 2) == 1000 ? 1 : 0);

    private static float Tones(int i) =>
        0.01f * (Sine(220.0 * i / SampleRate.House) + Sine(331.0 * i / SampleRate.House));

    // A hum that changes its pitch eight times in a loop, the same in every loop.
    private static float Noise(int i) =>
        0.2f * Sine((100.0 + Hash(i % Loop / (Loop / 8)) % 400) * (i % Loop) / SampleRate.House);

    // A tone that rises all the time, so that nothing of it comes again.
    private static float Glide(int i) => 0.2f * Sine((600.0 + 40.0 * i / SampleRate.House) * i / SampleRate.House);

    private static float Sine(double turns) => (float)DeterministicMath.Sin(2 * Math.PI * (turns - Math.Floor(turns)));

    private static uint Hash(int i)
    {
        var x = ((uint)i + 1) * 2654435761u;
        x ^= x >> 15;
        return (x * 2246822519u) >> 8;
    }

    private static AudioBuffer Sound(Func<int, float> value)
    {
        var sound = new AudioBuffer(Seconds * SampleRate.House);
        for (var i = 0; i < sound.Length; i++)
        {
            sound.Left[i] = sound.Right[i] = value(i);
        }

        return sound;
    }

    private static AudioBuffer Sum(AudioBuffer one, AudioBuffer other)
    {
        var sum = new AudioBuffer(one.Length);
        Signals.Add(sum, one);
        Signals.Add(sum, other);
        return sum;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
