using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Arranging;

/// <summary>How drummers play, against the Groove MIDI Dataset's human bands.</summary>
public class DrumTests
{
    private static readonly Lazy<IReadOnlyList<Song>> Played = new(() => Feel("rock", 0.6));
    private static readonly Lazy<IReadOnlyList<Song>> Machines = new(() => Feel("machine", 0));

    private static IReadOnlyList<Song> Feel(string feel, double looseness) =>
        Workshop.Sing(
            Workshop.With(style =>
            {
                style.Set("drums", "feel", feel);
                style.Set("drums", "looseness", looseness);
                style["swing"] = 0.5;
            }),
            2
        );

    [Fact]
    public void Every_feel_lists_sixteen_places_and_the_machine_is_flat()
    {
        Assert.True(Room.Library.Feels.Count >= 12);
        var machine = Room.Library.Feels["machine"];
        Assert.All((DrumTouch[])[machine.Kick, machine.Snare, machine.Hat], touch => Assert.Equal(0, touch.SpreadMs));
        Assert.All(
            Room.Library.Feels.Where(feel => feel.Key != "machine"),
            feel => Assert.InRange(feel.Value.Hat.SpreadMs, 4, 8)
        );
    }

    [Fact]
    public void Players_vary_their_bars_as_humans_do()
    {
        var alike = Played.Value.Where(IsCommon).Select(Similarity).Where(double.IsFinite).ToList();
        Assert.InRange(alike.Average(), 0.8, 0.92);
        Assert.True(alike.Count(s => s is > 0.706 and < 0.972) >= 0.85 * alike.Count);
        var deviation = Math.Sqrt(alike.Average(s => (s - alike.Average()) * (s - alike.Average())));
        Assert.True(deviation > 0.02, $"{deviation}");
    }

    [Fact]
    public void Machines_play_a_bar_as_the_one_before_but_for_fills()
    {
        var pairs = Machines.Value.Where(IsCommon).SelectMany(AdjacentBars).ToList();
        Assert.True(pairs.Count(pair => pair.Same) >= 0.7 * pairs.Count);
    }

    private static bool IsCommon(Song song) => song.Meter == Meter.Common && song.Drums() is not null;

    private static double Similarity(Song song)
    {
        var pairs = AdjacentBars(song).ToList();
        return pairs.Count == 0 ? double.NaN : pairs.Average(pair => pair.Similarity);
    }

    // One less the share of 48 places (kick, snare, hat by sixteenth) at which two bars differ.
    private static IEnumerable<(double Similarity, bool Same)> AdjacentBars(Song song)
    {
        var bar = song.Meter.TicksPerBar;
        foreach (var section in song.Sections)
        {
            HashSet<(int, int)>? before = null;
            for (var tick = section.Tick; tick + bar <= section.End(); tick += bar)
            {
                var strokes = song.Drums()!.Strokes(tick, bar).Select(Kind).Where(s => s.Drum >= 0).ToHashSet();
                if (before is { Count: > 0 } && strokes.Count > 0)
                {
                    var differ = strokes.Except(before).Count() + before.Except(strokes).Count();
                    yield return (1 - differ / 48.0, differ == 0);
                }

                before = strokes;
            }
        }
    }

    private static (int Step, int Drum) Kind((int Step, int Key) stroke) =>
        (
            stroke.Step,
            stroke.Key switch
            {
                35 or 36 => 0,
                37 or 38 or 40 => 1,
                22 or 26 or 42 or 44 or 46 => 2,
                _ => -1,
            }
        );

    [Fact]
    public void Strokes_drift_by_4_to_8_milliseconds_and_follow_one_another()
    {
        var spreads = new List<double>();
        var memories = new List<double>();
        foreach (var song in Played.Value.Where(IsCommon))
        {
            var map = new TimeMap(song.Tempos);
            // What is left when each drum's habit at each place of the bar is taken out; rolls of two and three left aside.
            var strokes = song.Drums()!
                .Notes.Where(n => n.Key is 36 or 38 or 42)
                .Select(n =>
                    (Place: (n.Key, Bars.Slot(n.Tick) % 16), Ms: (map.SecondsAt(n.Tick) - OnGrid(map, n)) * 1000)
                )
                .Where(s => Math.Abs(s.Ms) < 24)
                .ToList();
            var habits = strokes.GroupBy(s => s.Place).ToDictionary(g => g.Key, g => g.Average(s => s.Ms));
            var late = strokes.ConvertAll(s => s.Ms - habits[s.Place]);
            var mean = late.Average();
            var variance = late.Average(ms => (ms - mean) * (ms - mean));
            spreads.Add(Math.Sqrt(variance));
            memories.Add(late.Zip(late.Skip(1)).Average(p => (p.First - mean) * (p.Second - mean)) / variance);
        }

        Assert.InRange(spreads.Average(), 4, 8);
        Assert.InRange(memories.Average(), 0.3, 0.7);
    }

    private static double OnGrid(TimeMap map, Note note) => map.SecondsAt(Bars.Slot(note.Tick) * Ticks.PerSixteenth);

    [Fact]
    public void Machines_play_on_the_grid() =>
        Corpus.AssertNone(
            from song in Machines.Value
            where song.Drums() is not null
            let map = new TimeMap(song.Tempos)
            from note in song.Drums()!.Notes
            let third = Ticks.PerSixteenth / 6
            let off = Math.Abs(note.Tick - (int)Math.Round((double)note.Tick / third) * third)
            where off > 2
            select $"{Corpus.Name(song)} at {note.Tick}"
        );

    [Theory]
    [InlineData(36, 1.1)]
    [InlineData(42, 1.15)]
    public void Strokes_on_the_beat_are_harder_than_those_between(int key, double least)
    {
        var strokes = Played
            .Value.Where(IsCommon)
            .SelectMany(song => song.Drums()!.Notes.Where(n => n.Key == key))
            .ToList();
        var on = strokes.Where(n => Bars.Slot(n.Tick) % 4 == 0).Average(n => n.Velocity);
        var between = strokes.Where(n => Bars.Slot(n.Tick) % 2 == 1).Average(n => n.Velocity);
        Assert.True(on > least * between, $"{on:F0} on, {between:F0} between");
    }

    [Fact]
    public void A_fill_is_not_played_twice_running()
    {
        var (again, all) = (0, 0);
        foreach (var song in Machines.Value.Where(IsCommon))
        {
            var bar = song.Meter.TicksPerBar;
            var fills = song
                .Sections.Where(s => s.Bars >= 4 && s.End() < song.Sections[^1].End())
                .Select(s =>
                    (Last: song.Drums()!.Strokes(s.End() - bar, bar), First: song.Drums()!.Strokes(s.Tick, bar))
                )
                .Where(pair => pair.First.Count > 0 && pair.Last.Except(pair.First).Count() > 2)
                .Select(pair => pair.Last.Except(pair.First).ToHashSet())
                .ToList();
            all += Math.Max(0, fills.Count - 1);
            again += fills.Zip(fills.Skip(1)).Count(pair => pair.First.SetEquals(pair.Second));
        }

        Assert.True(all > 40, $"{all} pairs");
        Assert.True(again <= 0.1 * all, $"{again} of {all}");
    }
}
