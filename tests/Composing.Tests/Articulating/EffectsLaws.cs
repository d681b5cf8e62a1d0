using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Articulating;

/// <summary>Swells, hits, falls and noises lie where sections meet.</summary>
public class EffectsLaws
{
    private static IEnumerable<(Song Song, Part Part, Note Note, int Section)> Notes(string id) =>
        from song in Corpus.All
        from part in song.Parts
        where part.Role == PartRole.Effects && part.Id == id
        from note in part.Notes
        select (song, part, note, song.Sections.ToList().FindIndex(section => section.Tick == Edge(id, note)));

    private static int Edge(string id, Note note) => id == "risers" ? note.Tick + note.Length : note.Tick;

    [Fact]
    public void Risers_end_where_a_fuller_section_starts()
    {
        var risers = Notes("risers").ToList();
        Assert.True(risers.Count > 40, $"{risers.Count} risers");
        Corpus.AssertNone(
            from riser in risers
            where
                riser.Section < 1
                || riser.Song.Sections[riser.Section].Energy <= riser.Song.Sections[riser.Section - 1].Energy
                || riser.Note.Tick < riser.Song.Sections[riser.Section - 1].Tick
            select $"{Corpus.Name(riser.Song)}: {riser.Note}"
        );
    }

    [Fact]
    public void Impacts_are_on_first_beats_of_choruses_and_not_of_all()
    {
        var impacts = Notes("impacts").ToList();
        Assert.True(impacts.Count > 40, $"{impacts.Count} impacts");
        Corpus.AssertNone(
            from impact in impacts
            where impact.Section < 1 || impact.Song.Sections[impact.Section].Kind is not ("chorus" or "inst")
            select $"{Corpus.Name(impact.Song)}: {impact.Note}"
        );
        var choruses = impacts
            .Select(impact => impact.Song)
            .Distinct()
            .Sum(song => song.Sections.Count(section => section.Kind is "chorus" or "inst"));
        Assert.True(impacts.Count < 0.8 * choruses, $"{impacts.Count} impacts on {choruses} choruses");
    }

    [Fact]
    public void Downlifters_fall_into_barer_sections()
    {
        var falls = Notes("downlifters").ToList();
        Assert.True(falls.Count > 20, $"{falls.Count} falls");
        Corpus.AssertNone(
            from fall in falls
            where
                fall.Section < 1
                || fall.Song.Sections[fall.Section].Energy >= fall.Song.Sections[fall.Section - 1].Energy
            select $"{Corpus.Name(fall.Song)}: {fall.Note}"
        );
    }

    [Fact]
    public void Textures_lie_under_whole_sections_of_their_energies()
    {
        var laid = 0;
        foreach (var song in Corpus.All)
        {
            foreach (var texture in Room.Library.Styles[song.Style].Effects.Textures)
            {
                var expected = song
                    .Sections.Where(s => s.Energy >= texture.Energy[0] && s.Energy <= texture.Energy[1])
                    .Select(s => s.Tick);
                var part = song.Parts.FirstOrDefault(p => p.Id == texture.Id);
                Assert.Equal(expected, part?.Notes.Select(note => note.Tick) ?? []);
                laid += part?.Notes.Length ?? 0;
            }
        }

        Assert.True(laid > 40, $"{laid} sections");
    }
}
