using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>How late drum strokes are heard against their notes, before and after a join, in the drums' own stem.</summary>
internal static class Onsets
{
    private static readonly int[] s_keys = [35, 36, 38, 40];

    /// <summary>Milliseconds by which the median stroke after a second is later than the one before it; NaN without drums.</summary>
    public static double Shift(Song song, AudioBuffer drums, double join)
    {
        var map = new TimeMap(song.Tempos);
        var delays = song
            .Parts.Where(part => part.Bank == InstrumentTrack.PercussionBank)
            .SelectMany(part => part.Notes)
            .Where(note => s_keys.Contains(note.Key))
            .Select(note => map.SecondsAt(note.Tick))
            .Where(second => Math.Abs(second - join) < 10 && second > 0.1)
            .Select(second => (Second: second, Delay: Delay(drums, second)))
            .Where(stroke => !double.IsNaN(stroke.Delay))
            .ToList();
        var before = delays.Where(stroke => stroke.Second < join - 0.02).Select(stroke => stroke.Delay);
        var after = delays.Where(stroke => stroke.Second >= join - 0.02).Select(stroke => stroke.Delay);
        return BarLines.Quantile(after, 0.5) - BarLines.Quantile(before, 0.5);
    }

    // From the note to the first sample over a fifth of the stroke's peak.
    private static double Delay(AudioBuffer sound, double second)
    {
        var from = (int)((second - 0.002) * sound.Rate);
        var slice = sound.Left.AsSpan(from, Math.Min(sound.Length - from, (int)(0.03 * sound.Rate)));
        var peak = 0f;
        foreach (var sample in slice)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        for (var i = 0; i < slice.Length; i++)
        {
            if (Math.Abs(slice[i]) > 0.2f * peak && peak > 0.01f)
            {
                return ((double)(from + i) / sound.Rate - second) * 1000;
            }
        }

        return double.NaN;
    }
}
