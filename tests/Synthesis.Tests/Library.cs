using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Synthesis.Bench;

namespace Troubadour.Synthesis.Tests;

/// <summary>The patches that are shipped, and ways to hear them.</summary>
internal static class Library
{
    /// <summary>All of them.</summary>
    public static PatchLibrary All { get; } = PatchLibrary.Load(Path.Combine(AppContext.BaseDirectory, "patches"));

    /// <summary>Ids of patches that play notes, not gestures or drums.</summary>
    public static IEnumerable<string> Melodic => All.Ids.Where(id => !Phrases.IsKit(id) && !Phrases.IsEffect(id));

    /// <summary>A track of a patch.</summary>
    public static InstrumentTrack Track(string id, params TimedNote[] notes) => Phrases.Track(id, notes);

    /// <summary>A track with controls.</summary>
    public static InstrumentTrack Track(string id, TimedControl[] controls, params TimedNote[] notes) =>
        Phrases.Track(id, notes) with
        {
            Controls = [.. controls],
        };

    /// <summary>A stem's first seconds.</summary>
    public static AudioBuffer Play(InstrumentTrack track, double seconds) => Phrases.Render(All, track, seconds);

    /// <summary>One note's first seconds.</summary>
    public static AudioBuffer Note(string id, int key, double length, double seconds, int velocity = 90) =>
        Play(Track(id, new TimedNote(0, length, key, velocity)), seconds);

    /// <summary>Root mean square of a stretch of the left channel.</summary>
    public static double Level(AudioBuffer sound, double from, double to)
    {
        var sum = 0.0;
        var (first, last) = ((int)(from * sound.Rate), (int)(to * sound.Rate));
        for (var i = first; i < last; i++)
        {
            sum += (double)sound.Left[i] * sound.Left[i];
        }

        return Math.Sqrt(sum / (last - first));
    }

    /// <summary>The mean frequency of the power within some cents of an expected one, from a second on.</summary>
    public static double Frequency(AudioBuffer sound, double from, double expected, double cents = 60)
    {
        var spectrum = Spectra.Of(sound.Left.AsSpan((int)(from * sound.Rate)));
        var perBin = (double)sound.Rate / Spectra.Size;
        var (low, high) = (expected * Math.Pow(2, -cents / 1200), expected * Math.Pow(2, cents / 1200));
        var (sum, moment) = (0.0, 0.0);
        for (var k = (int)(low / perBin); k * perBin <= high; k++)
        {
            var power = spectrum[k] * spectrum[k];
            (sum, moment) = (sum + power, moment + power * k * perBin);
        }

        return moment / sum;
    }

    /// <summary>The frequency that halves the power above 60 Hz.</summary>
    public static double Middle(AudioBuffer sound, double from)
    {
        var spectrum = Spectra.Of(sound.Left.AsSpan((int)(from * sound.Rate)));
        var total = spectrum.Sum(x => x * x);
        var sum = 0.0;
        var k = 0;
        for (; sum < total / 2; k++)
        {
            sum += spectrum[k] * spectrum[k];
        }

        return (double)k * sound.Rate / Spectra.Size;
    }
}
