using Troubadour.Composing.Tests.Arranging;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Articulating;

/// <summary>What swells and vibrato look like over notes and sections, and the bass that doubles another.</summary>
public class ShapeLaws
{
    private const int Expression = 11;
    private const int Vibrato = 1;

    private static IEnumerable<(Song Song, Part Part)> Players =>
        Corpus
            .All.Where(song => song.Seconds >= 60)
            .SelectMany(song => song.Parts.Where(part => part.Patch is null).Select(part => (song, part)));

    [Fact]
    public void Held_chords_are_louder_where_a_fuller_section_is_near_than_two_bars_before_it()
    {
        var (louder, all) = (0, 0);
        foreach (var (song, part) in Players.Where(p => p.Part.Role == PartRole.Pad && Swells(p.Part)))
        {
            var bar = song.Meter.TicksPerBar;
            for (var i = 1; i < song.Sections.Length; i++)
            {
                var (before, at) = (song.Sections[i - 1], song.Sections[i].Tick);
                var rises = song.Sections[i].Energy > before.Energy + 0.05 && before.Bars >= 4;
                if (rises && part.Sounds(at - (2 * bar), at - (2 * bar) + 1) && part.Sounds(at - 60, at - 59))
                {
                    all++;
                    louder += Value(part, at - 30) > Value(part, at - (2 * bar)) + 2 ? 1 : 0;
                }
            }
        }

        Assert.True(all > 40, $"{all} ways into fuller sections");
        Assert.True(louder > 0.7 * all, $"{louder} of {all}");
    }

    [Fact]
    public void Some_brass_that_opens_a_section_drops_back_and_grows_past_its_attack()
    {
        var swells = 0;
        foreach (var (song, part) in Players.Where(p => p.Part.Program is >= 56 and <= 63 && Swells(p.Part)))
        {
            var map = new TimeMap(song.Tempos);
            foreach (var note in part.Notes.Where(n => song.Sections.Any(s => Math.Abs(s.Tick - n.Tick) < 60)))
            {
                var end = map.SecondsAt(note.Tick + note.Length);
                var dip = (int)map.TickAt(map.SecondsAt(note.Tick) + 0.35);
                if (end - map.SecondsAt(note.Tick) >= 1.1)
                {
                    var (start, low, last) = (
                        Value(part, note.Tick),
                        Value(part, dip),
                        Value(part, note.Tick + note.Length)
                    );
                    swells += start >= low + 20 && last >= start - 4 ? 1 : 0;
                }
            }
        }

        Assert.True(swells > 20, $"{swells} swells");
    }

    [Fact]
    public void Vibrato_comes_late_and_only_on_long_notes()
    {
        var (shaken, breaches) = (0, new List<string>());
        foreach (var (song, part) in Players)
        {
            var map = new TimeMap(song.Tempos);
            foreach (var control in part.Controls.Where(c => c.Controller == Vibrato && c.Value > 0))
            {
                var note = part.Notes.LastOrDefault(n => n.Tick <= control.Tick);
                var length = map.SecondsAt(note.Tick + note.Length) - map.SecondsAt(note.Tick);
                var late = map.SecondsAt(control.Tick) - map.SecondsAt(note.Tick);
                shaken++;
                if (note.Length == 0 || length < 0.5 || late < 0.2 || late > length)
                {
                    breaches.Add($"{Corpus.Name(song)}, {part.Id}: {control} in a note of {length:F2} s");
                }
            }
        }

        Assert.True(shaken > 5000, $"{shaken} values");
        Corpus.AssertNone(breaches);
    }

    [Fact]
    public void A_second_bass_plays_with_the_first_in_its_own_register()
    {
        var (notes, breaches) = (0, new List<string>());
        foreach (var song in Corpus.All)
        {
            var basses = song.Parts.Where(part => part.Role == PartRole.Bass).ToList();
            if (basses.Count < 2)
            {
                continue;
            }

            var sheet = Room.Library.Styles[song.Style].Parts.Single(part => part.Id == basses[1].Id);
            foreach (var note in basses[1].Notes)
            {
                notes++;
                var with = basses[0].Notes.Any(n => Math.Abs(n.Tick - note.Tick) < 100 && (n.Key - note.Key) % 12 == 0);
                if (!with || note.Key < sheet.Register[0] || note.Key > sheet.Register[1])
                {
                    breaches.Add($"{Corpus.Name(song)}: {note}");
                }
            }
        }

        Assert.True(notes > 500, $"{notes} notes");
        Corpus.AssertNone(breaches);
    }

    private static bool Swells(Part part) => part.Controls.Any(c => c.Controller == Expression);

    private static int Value(Part part, int tick) =>
        part.Controls.Last(c => c.Controller == Expression && (c.Tick <= tick || c.Tick == First(part))).Value;

    private static int First(Part part) => part.Controls.First(c => c.Controller == Expression).Tick;
}
