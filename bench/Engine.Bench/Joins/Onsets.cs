using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>
/// How late drum strokes are heard against their notes, before and after a join, in the drums' own stem. Strokes of one drum are compared
/// with one another, and only those that no other stroke hides.
/// </summary>
internal static class Onsets
{
    private const double Alone = 0.035;
    private const int Enough = 3;

    /// <summary>Milliseconds by which the median stroke after a second is later than the one before it; NaN without drums.</summary>
    public static double Shift(Song song, AudioBuffer drums, double join)
    {
        var map = new TimeMap(song.Tempos);
        var strokes = song
            .Parts.Where(part => part.Bank == InstrumentTrack.PercussionBank)
            .SelectMany(part => part.Notes)
            .Select(note => (note.Key, Second: map.SecondsAt(note.Tick)))
            .ToList();
        var delays = strokes
            .Where(stroke => Math.Abs(stroke.Second - join) < 20 && stroke.Second > 0.1)
            .Where(stroke => strokes.Count(other => Math.Abs(other.Second - stroke.Second) < Alone) == 1)
            .Select(stroke => (stroke.Key, stroke.Second, Delay: Delay(drums, stroke.Second)))
            .Where(stroke => !double.IsNaN(stroke.Delay))
            .ToList();
        var shifts = delays
            .GroupBy(stroke => stroke.Key)
            .Select(group =>
            {
                var before = group.Where(stroke => stroke.Second < join - 0.02).Select(stroke => stroke.Delay).ToList();
                var after = group.Where(stroke => stroke.Second >= join - 0.02).Select(stroke => stroke.Delay).ToList();
                return (
                    Count: Math.Min(before.Count, after.Count),
                    Shift: BarLines.Quantile(after, 0.5) - BarLines.Quantile(before, 0.5)
                );
            })
            .Where(drum => drum.Count >= Enough)
            .ToList();
        return shifts.Count == 0 ? double.NaN : shifts.MaxBy(drum => drum.Count).Shift;
    }

    // From the note to the first sample over three tenths of the stroke's peak.
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
            if (Math.Abs(slice[i]) > 0.3f * peak && peak > 0.003f)
            {
                return ((double)(from + i) / sound.Rate - second) * 1000;
            }
        }

        return double.NaN;
    }
}
