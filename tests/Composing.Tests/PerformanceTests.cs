using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests;

/// <summary>How the band plays: near the grid, but not on it.</summary>
public class PerformanceTests
{
    private const double Farthest = 0.022;

    // A drum that comes early or late by its place in the bar adds to the scatter of 8.
    private const double Most = 8.5; // a drum's habits by place of the bar add to its scatter

    [Fact]
    public void Players_drift_by_2_to_8_milliseconds_and_machines_by_none_around_the_swung_grid()
    {
        var breaches = new List<string>();
        foreach (var song in Corpus.Sung.Where(song => song.Brief.Seconds is null or >= 90))
        {
            var machine = Room.Library.Styles[song.Style].Drums.Feel == "machine";
            var map = new TimeMap(song.Tempos);
            foreach (var part in song.Parts.Where(p => p.Role is PartRole.Drums or PartRole.Bass))
            {
                var late = part
                    .Notes.Select(note => Late(song, map, note.Tick))
                    .Where(t => Math.Abs(t) < Farthest)
                    .ToList();
                var mean = late.DefaultIfEmpty().Average();
                var deviation = Math.Sqrt(late.DefaultIfEmpty().Average(t => (t - mean) * (t - mean))) * 1000;
                var (least, most) = machine && part.Role == PartRole.Drums ? (0, 0.5) : (2, Most);
                if (late.Count >= 64 && (deviation < least || deviation > most))
                {
                    breaches.Add($"{Corpus.Name(song)}, {part.Id}: {deviation:F1} ms over {late.Count} notes");
                }
            }
        }

        Corpus.AssertNone(breaches);
    }

    [Fact]
    public void Velocities_are_not_all_alike() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            from part in song.Parts
            where part.Role != PartRole.Drums || Room.Library.Styles[song.Style].Drums.Feel != "machine"
            where part.Notes.Length > 32 && part.Notes.Select(note => note.Velocity).Distinct().Count() < 6
            select $"{Corpus.Name(song)}, {part.Id}"
        );

    // Seconds behind the nearest place of the grid, which is sixteenths with the style's swing.
    private static double Late(Song song, TimeMap map, int tick)
    {
        var style = Room.Library.Styles[song.Style];
        var at = map.SecondsAt(tick);
        var nearest = double.MaxValue;
        var first = tick / Ticks.PerSixteenth - 2;
        for (var slot = Math.Max(0, first); slot < first + 6; slot++)
        {
            var late = at - map.SecondsAt(Swung(style, slot * Ticks.PerSixteenth));
            nearest = Math.Abs(late) < Math.Abs(nearest) ? late : nearest;
        }

        return nearest;
    }

    private static double Swung(StyleSheet style, int tick)
    {
        var pair = style.SwingUnit == 8 ? Ticks.PerQuarter : Ticks.PerQuarter / 2;
        var inside = (double)(tick % pair) / pair;
        var moved = inside < 0.5 ? inside * 2 * style.Swing : style.Swing + (inside - 0.5) * 2 * (1 - style.Swing);
        return tick - tick % pair + moved * pair;
    }

    [Fact]
    public void Drummers_fill_at_the_ends_of_sections()
    {
        var (filled, ends) = (0, 0);
        var never = new List<string>();
        foreach (var style in Corpus.Sung.GroupBy(song => song.Style))
        {
            var sheet = Room.Library.Styles[style.Key].Drums;
            if (sheet.Fills.IsEmpty)
            {
                continue;
            }

            var found = style.Select(Fills).ToList();
            filled += found.Sum(f => f.Filled);
            ends += found.Sum(f => f.Ends);
            if (found.Sum(f => f.Filled) == 0)
            {
                never.Add(style.Key);
            }
        }

        Assert.Empty(never);
        Assert.True(filled >= 0.5 * ends, $"{filled} fills at {ends} ends");
    }

    // Sections of four bars or more whose last bar has a stroke that no other bar of theirs has.
    private static (int Filled, int Ends) Fills(Song song)
    {
        var drums = song.Parts.FirstOrDefault(part => part.Role == PartRole.Drums);
        var (filled, ends) = (0, 0);
        foreach (var section in song.Sections.Where(s => drums is not null && s.Bars >= 4 && s.Energy >= 0.4))
        {
            var end = section.Tick + section.Length;
            var last = Strokes(drums!, end - song.Meter.TicksPerBar, end, song.Meter.TicksPerBar);
            var others = Strokes(drums!, section.Tick, end - song.Meter.TicksPerBar, song.Meter.TicksPerBar);
            ends++;
            filled += last.Except(others).Any() ? 1 : 0;
        }

        return (filled, ends);
    }

    private static HashSet<(int Step, int Key)> Strokes(Part drums, int start, int end, int bar) =>
        [
            .. drums
                .Notes.Where(n => n.Tick >= start - 30 && n.Tick < end - 30)
                .Select(n => (((n.Tick + 60) % bar) / Ticks.PerSixteenth, n.Key)),
        ];
}
