using Troubadour.Music;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>The things of the craft are found where they are and missed where they are not.</summary>
public class CraftTests
{
    private static CraftFinding Find(Song song, string name) =>
        CraftMeasures.Of(song).Single(finding => finding.Name.StartsWith(name, StringComparison.Ordinal));

    private static Song Sung => Songs.All.First(song => song.Style == "pop");

    [Fact]
    public void A_chorus_moved_an_octave_down_has_no_lift()
    {
        var song = Sung;
        var choruses = song.Sections.Where(section => section.Kind == "chorus").ToList();
        var low = song with
        {
            Vocals =
            [
                .. song.Vocals.Select(phrase =>
                    choruses.Exists(section => SongGrid.Holds(section, phrase))
                        ? phrase with
                        {
                            Notes = [.. phrase.Notes.Select(note => note with { Key = note.Key - 12 })],
                        }
                        : phrase
                ),
            ],
        };
        Assert.Equal(12, Find(song, "chorus over verse").Value - Find(low, "chorus over verse").Value, 6);
        Assert.False(Find(low, "chorus over verse").Met);
    }

    [Fact]
    public void Bass_notes_between_the_kicks_do_not_count_as_together()
    {
        var song = Sung;
        var moved = Sabotages.All.IsEmpty
            ? song
            : song with
            {
                Parts =
                [
                    .. song.Parts.Select(part =>
                        part.Role == PartRole.Bass
                            ? part with
                            {
                                Notes = [.. part.Notes.Select(n => n with { Tick = n.Tick + Ticks.PerSixteenth })],
                            }
                            : part
                    ),
                ],
            };
        Assert.True(Find(song, "bass onsets").Value > 0.6);
        Assert.True(Find(moved, "bass onsets").Value < 0.4);
    }

    [Fact]
    public void A_third_in_the_cellar_is_found()
    {
        var song = Small.WithPart(PartRole.Chords, 0, new Note(0, 960 * 64, 38, 80), new Note(0, 960 * 64, 42, 80));
        Assert.True(Find(song, "sixteenths with a third").Value > 0.1);
    }

    [Fact]
    public void A_loop_changes_nothing_and_returns_note_for_note()
    {
        var loop = BarShuffle.Loop(Sung);
        Assert.True(Find(loop, "eight bars that return").Value >= 5);
        Assert.Equal(1, Find(loop, "bars of verse 2").Value, 6);
    }

    [Fact]
    public void Muting_the_ends_of_sections_takes_the_fills_away()
    {
        Assert.True(Fills.Share(new SongGrid(Sung)) > 0.5);
        Assert.Equal(0, Fills.Share(new SongGrid(Sabotages.MutedFills(Sung))), 6);
    }
}
