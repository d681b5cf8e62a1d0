using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// What a song that was written by ear has before its first heard bar: whole bars at whatever tempo fills the time. Nobody can play in it, and
/// where the recording is not heard it need not be so.
/// </summary>
internal static class LeadIn
{
    private const double Tolerance = 0.1;

    /// <summary>The tick at which the heard tempo begins; 0 where it does from the start.</summary>
    public static int End(Song song)
    {
        var usual = Usual(song);
        if (usual <= 0 || IsUsual(song.Tempos[0], usual))
        {
            return 0;
        }

        var first = song.Tempos.FirstOrDefault(change => IsUsual(change, usual));
        return first.Tick;
    }

    /// <summary>The song with the heard tempo from the start; all of it begins that much sooner or later.</summary>
    public static Song Steady(Song song)
    {
        var end = End(song);
        if (end == 0)
        {
            return song;
        }

        ImmutableArray<TempoChange> tempos =
        [
            new TempoChange(0, Usual(song)),
            .. song.Tempos.Where(change => change.Tick >= end),
        ];
        var moved = new TimeMap(tempos).SecondsAt(end) - new TimeMap(song.Tempos).SecondsAt(end);
        return song with { Tempos = tempos, Seconds = song.Seconds + moved };
    }

    /// <summary>The song with nobody playing in it.</summary>
    public static Song Empty(Song song)
    {
        var end = End(song);
        return end == 0
            ? song
            : song with
            {
                Parts =
                [
                    .. song.Parts.Select(part =>
                        part with
                        {
                            Notes = [.. part.Notes.Where(note => note.Tick >= end - Ticks.PerSixteenth / 2)],
                        }
                    ),
                ],
            };
    }

    private static double Usual(Song song) => (song.Brief.Bpm ?? 0) * song.Meter.TicksPerPulse / Ticks.PerQuarter;

    private static bool IsUsual(TempoChange change, double usual) =>
        Math.Abs(change.QuartersPerMinute / usual - 1) <= Tolerance;
}
