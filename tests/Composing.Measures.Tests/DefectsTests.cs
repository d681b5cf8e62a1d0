using Troubadour.Music;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Planted faults are found.</summary>
public class DefectsTests
{
    private static int Count(Song song, string kind) =>
        Defects.Of(song).Single(defect => defect.Kind.StartsWith(kind, StringComparison.Ordinal)).Count;

    [Fact]
    public void A_flute_below_its_lowest_note_is_found()
    {
        var before = Count(Songs.All[0], "note outside the instrument");
        var song = Small.WithPart(PartRole.Lead, 73, new Note(0, 480, 40, 80), new Note(960, 480, 72, 80));
        Assert.Equal(before + 1, Count(song, "note outside the instrument"));
    }

    [Fact]
    public void A_silent_bar_is_found()
    {
        var song = Songs.All[0];
        var from = 8 * song.Meter.TicksPerBar;
        var to = from + song.Meter.TicksPerBar;
        bool Sounds(int tick, int length) => tick < to && tick + length > from;
        var silent = song with
        {
            Parts = [.. song.Parts.Select(p => p with { Notes = [.. p.Notes.Where(n => !Sounds(n.Tick, n.Length))] })],
            Vocals =
            [
                .. song.Vocals.Select(p => p with { Notes = [.. p.Notes.Where(n => !Sounds(n.Tick, n.Length))] }),
            ],
        };
        Assert.Equal(0, Count(song, "empty bar"));
        Assert.Equal(1, Count(silent, "empty bar"));
    }

    [Fact]
    public void A_last_chord_a_tone_above_the_tonic_is_unresolved()
    {
        var song = Songs.All[0];
        var chords = song.Chords.SetItem(
            song.Chords.Length - 1,
            song.Chords[^1] with
            {
                Chord = new Chord((song.Key.Tonic + 2) % 12, ChordQuality.Major, (song.Key.Tonic + 2) % 12),
            }
        );
        Assert.Equal(0, Count(song, "unresolved"));
        Assert.Equal(1, Count(song with { Chords = chords }, "unresolved"));
    }

    [Fact]
    public void Fifths_that_move_with_the_bass_are_parallel()
    {
        var song = Songs.All[0];
        var changes = SongMelody
            .Chords(song, new SongGrid(song).Slots)
            .Select(chord => chord.Slot * Ticks.PerSixteenth)
            .ToList();
        var phrase = song.Vocals[0] with
        {
            Rap = false,
            Notes = [.. changes.Select((tick, i) => new VocalNote(tick, 480, 55 + i % 5, i))],
        };
        var bass = song.Parts.First(part => part.Role == PartRole.Bass) with
        {
            Notes = [.. changes.Select((tick, i) => new Note(tick, 480, 36 + i % 5, 80))],
        };
        Assert.True(Count(song with { Vocals = [phrase], Parts = [bass] }, "parallel") > changes.Count / 2);
    }

    [Fact]
    public void A_voice_above_its_range_is_found()
    {
        var song = Songs.All.First(s => s.Vocals.All(phrase => !phrase.Rap));
        var high = song with
        {
            Vocals =
            [
                .. song.Vocals.Select(p => p with { Notes = [.. p.Notes.Select(n => n with { Key = n.Key + 24 })] }),
            ],
        };
        Assert.Equal(0, Count(song, "sung note outside"));
        Assert.True(Count(high, "sung note outside") > 100);
    }
}
