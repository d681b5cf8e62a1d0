using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Articulating;

/// <summary>What holds for every player's controllers in every song of the corpus.</summary>
public class ControlLaws
{
    private const int Expression = 11;
    private const int Pedal = 64;
    private const int LargestStep = 12;
    private const int MostASecond = 20;

    // A chord may be struck an eighth before its place, early or late by what players are.
    private const int Anticipation = 540;
    private static readonly int[] Switches = [64, 65, 66, 67, 68];

    private static readonly Dictionary<int, int> AtRest = new()
    {
        [1] = 0,
        [74] = 64,
        [TimedControl.PitchBend] = 8192,
    };

    private static IEnumerable<(Song Song, Part Part)> Players =>
        Corpus.All.SelectMany(song => song.Parts.Select(part => (song, part)));

    [Fact]
    public void The_corpus_has_every_kind_of_controller()
    {
        var seen = Players.SelectMany(player => player.Part.Controls.Select(control => control.Controller)).ToHashSet();
        Assert.Superset(new HashSet<int> { 1, 5, 11, 64, 65, 68, 74, 128 }, seen);
    }

    [Fact]
    public void What_goes_on_goes_off() =>
        Corpus.AssertNone(
            from player in Players
            from controller in Switches
            let states = player.Part.Controls.Where(c => c.Controller == controller).ToList()
            where states.Count > 0
            let twice = states.Zip(states.Skip(1)).Any(pair => (pair.First.Value >= 64) == (pair.Second.Value >= 64))
            where twice || states[0].Value < 64 || states[^1].Value >= 64
            select $"{Name(player)}: controller {controller} {string.Join(' ', states.Take(12))}"
        );

    [Fact]
    public void What_belongs_to_a_note_is_at_rest_at_the_end() =>
        Corpus.AssertNone(
            from player in Players
            from rest in AtRest
            let last = player.Part.Controls.LastOrDefault(c => c.Controller == rest.Key, new(0, 0, rest.Value))
            where last.Value != rest.Value
            select $"{Name(player)}: {last}"
        );

    [Fact]
    public void Expression_never_jumps_while_a_note_sounds() =>
        Corpus.AssertNone(
            from player in Players
            let steps = player.Part.Controls.Where(c => c.Controller == Expression).ToList()
            from pair in steps.Zip(steps.Skip(1))
            where Math.Abs(pair.Second.Value - pair.First.Value) > LargestStep
            where player.Part.Notes.Any(n => n.Tick < pair.Second.Tick && n.Tick + n.Length > pair.Second.Tick)
            select $"{Name(player)}: {pair.First} then {pair.Second}"
        );

    [Fact]
    public void Expression_sends_at_most_twenty_values_a_second() =>
        Corpus.AssertNone(
            from player in Players
            let map = new TimeMap(player.Song.Tempos)
            let times = player
                .Part.Controls.Where(c => c.Controller == Expression)
                .Select(c => map.SecondsAt(c.Tick))
                .ToList()
            from i in Enumerable.Range(0, Math.Max(0, times.Count - MostASecond))
            where times[i + MostASecond] - times[i] < 1
            select $"{Name(player)} at {times[i]:F2} s"
        );

    [Fact]
    public void Expression_follows_those_who_hold_notes()
    {
        var held = Players
            .Where(p => p.Part.Role is PartRole.Pad && p.Part.Program is >= 48 and <= 54 && p.Song.Seconds >= 60)
            .ToList();
        Assert.True(held.Count > 50, $"{held.Count} strings and choirs");
        Corpus.AssertNone(
            from player in held
            let values = player.Part.Controls.Where(c => c.Controller == Expression).Select(c => c.Value).ToList()
            where values.Count == 0 || values.Max() - values.Min() is < 6 or > 60
            select Name(player)
        );
    }

    [Fact]
    public void No_pedal_lasts_over_a_new_chord()
    {
        var pedals = Players.SelectMany(player => Pedals(player.Part).Select(pedal => (player, pedal))).ToList();
        Assert.True(pedals.Count > 5000, $"{pedals.Count} pedals");
        Corpus.AssertNone(
            from one in pedals
            let map = new TimeMap(one.player.Song.Tempos)
            let chords = one.player.Song.Chords
            from i in Enumerable.Range(1, chords.Length - 1)
            where chords[i].Chord != chords[i - 1].Chord && one.pedal.Down < chords[i].Tick
            where map.SecondsAt(one.pedal.Up) - map.SecondsAt(chords[i].Tick) > 0.08
            let early = chords[i].Tick - Anticipation
            where
                one.pedal.Down < early
                || one.player.Part.Notes.Any(n => n.Tick < early && n.Tick + n.Length > one.pedal.Down)
            select $"{Name(one.player)}: {one.pedal} over {chords[i].Chord} at {chords[i].Tick}"
        );
    }

    [Fact]
    public void Ties_are_legato_with_overlaps_of_at_most_40_milliseconds()
    {
        var ties = 0;
        var breaches = new List<string>();
        foreach (var player in Players.Where(p => p.Part.Role is PartRole.Lead or PartRole.Counter))
        {
            var map = new TimeMap(player.Song.Tempos);
            foreach (var (on, off) in Spans(player.Part, 68))
            {
                var starts = player.Part.Notes.Where(n => n.Tick > on && n.Tick <= off).ToList();
                foreach (var next in starts)
                {
                    var before = player.Part.Notes.Last(n => n.Tick < next.Tick);
                    var overlap = map.SecondsAt(before.Tick + before.Length) - map.SecondsAt(next.Tick);
                    ties++;
                    if (overlap is <= 0 or > 0.04 || before.Key == next.Key)
                    {
                        breaches.Add($"{Name(player)} at {next.Tick}: {overlap * 1000:F0} ms");
                    }
                }

                if (starts.Count == 0)
                {
                    breaches.Add($"{Name(player)}: nothing is tied at {on}");
                }
            }
        }

        Assert.True(ties > 2000, $"{ties} ties");
        Corpus.AssertNone(breaches);
    }

    private static IEnumerable<(int Down, int Up)> Pedals(Part part) => Spans(part, Pedal);

    private static IEnumerable<(int Down, int Up)> Spans(Part part, int controller)
    {
        var states = part.Controls.Where(c => c.Controller == controller).ToList();
        return states
            .Zip(states.Skip(1))
            .Where(pair => pair.First.Value >= 64)
            .Select(pair => (pair.First.Tick, pair.Second.Tick));
    }

    private static string Name((Song Song, Part Part) player) => $"{Corpus.Name(player.Song)}, {player.Part.Id}";
}
