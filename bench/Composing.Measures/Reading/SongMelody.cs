using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// The lead voice of a composed song as a melody piece. A phrase is a section, or eight bars of a longer one; phrases of returning
/// sections share their letter.
/// </summary>
public static class SongMelody
{
    private const int LongestPhrase = 10;
    private const int PhraseBars = 8;

    /// <summary>Reads the song.</summary>
    public static MelodyPiece Read(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var song = grid.Song;
        var tonic = song.Key.IsMinor ? song.Key.Tonic + 3 : song.Key.Tonic;
        return new MelodyPiece(
            $"{song.Style}/{song.Brief.Seed}",
            Notes(grid),
            Chords(song, grid.Slots),
            Phrases(grid),
            grid.BarSlots,
            grid.PulseSlots,
            grid.Slots,
            song.Key.Mode == Mode.Mixolydian ? (tonic + 5) % 12
                : song.Key.Mode == Mode.Dorian ? (tonic + 7) % 12
                : tonic % 12,
            Pulse(song)
        );
    }

    /// <summary>The tempo in felt pulses a minute, where the song starts.</summary>
    public static double Pulse(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        return song.Tempos[0].QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse;
    }

    private static ImmutableArray<GridNote> Notes(SongGrid grid)
    {
        var notes = grid
            .Leads.SelectMany(phrase => phrase.Notes)
            .Select(note => (Slot: grid.Slot(note.Tick), End: grid.Slot(note.Tick + note.Length), note.Key))
            .OrderBy(note => note.Slot)
            .ToList();
        var result = ImmutableArray.CreateBuilder<GridNote>();
        for (var i = 0; i < notes.Count; i++)
        {
            var end = i + 1 < notes.Count ? Math.Min(notes[i].End, notes[i + 1].Slot) : notes[i].End;
            if (i + 1 == notes.Count || notes[i + 1].Slot > notes[i].Slot)
            {
                result.Add(new GridNote(notes[i].Slot, Math.Max(1, end - notes[i].Slot), notes[i].Key));
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The harmony, neighbours of the same chord joined, without the chord after the form.</summary>
    public static ImmutableArray<GridChord> Chords(Song song, int slots)
    {
        ArgumentNullException.ThrowIfNull(song);
        var result = ImmutableArray.CreateBuilder<GridChord>();
        foreach (var span in song.Chords)
        {
            var from = span.Tick / Ticks.PerSixteenth;
            var length = Math.Min(slots, (span.Tick + span.Length) / Ticks.PerSixteenth) - from;
            if (length <= 0)
            {
                continue;
            }

            var symbol = span.Chord.ToString();
            if (result.Count > 0 && result[^1].Symbol == symbol)
            {
                result[^1] = result[^1] with { Length = result[^1].Length + length };
                continue;
            }

            var classes = span.Chord.Intervals.Select(interval => (span.Chord.Root + interval) % 12).ToImmutableArray();
            result.Add(new GridChord(symbol, from, length, span.Chord.Root, classes));
        }

        return result.ToImmutable();
    }

    private static ImmutableArray<PhraseMark> Phrases(SongGrid grid)
    {
        var result = ImmutableArray.CreateBuilder<PhraseMark>();
        foreach (var section in grid.Song.Sections)
        {
            var sung = grid.IsSung(section);
            var start = SongGrid.Start(section);
            var left = section.Bars;
            for (var part = 0; left > 0; part++)
            {
                var bars = left > LongestPhrase ? PhraseBars : left;
                var letter = (sung ? "" : "~") + section.Kind + (part == 0 ? "" : $"/{part}");
                result.Add(new PhraseMark(letter, start, bars, sung));
                start += bars * grid.BarSlots;
                left -= bars;
            }
        }

        return result.ToImmutable();
    }
}
