using System.Collections.Immutable;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What players hold at a cut is let go there, and what they play after it stands where their part has it.</summary>
public class ControlSpliceLaws
{
    private const int Expression = 11;
    private const int LargestStep = 12;

    private static readonly Dictionary<int, int> AtRest = new()
    {
        [1] = 0,
        [64] = 0,
        [65] = 0,
        [68] = 0,
        [74] = 64,
        [TimedControl.PitchBend] = 8192,
    };

    private static readonly Lazy<ImmutableArray<Edit>> Edits = new(() => [.. Make()]);

    [Fact]
    public void Cuts_fall_into_held_pedals_and_swells()
    {
        var held = Edits
            .Value.SelectMany(edit => edit.Source.Parts.Select(part => State(part.Controls, edit.From)))
            .SelectMany(state => state)
            .Where(pair => pair.Value != AtRest.GetValueOrDefault(pair.Key, pair.Value))
            .ToLookup(pair => pair.Key);
        Assert.True(held[64].Count() > 20, $"{held[64].Count()} pedals");
    }

    [Fact]
    public void Nothing_that_was_held_leaks_over_a_cut() =>
        Corpus.AssertNone(
            from edit in Edits.Value
            from part in edit.Result.Parts
            from cut in edit.Cuts
            let before = State([.. part.Controls.Where(c => c.Tick < cut - edit.Early(cut))], cut)
            let now = State([.. part.Controls.Where(c => c.Tick <= cut)], cut + 1)
            from rest in AtRest
            let value = now.GetValueOrDefault(rest.Key, rest.Value)
            where value != rest.Value && value == before.GetValueOrDefault(rest.Key, rest.Value)
            // Only a gesture of the new bars may be on at the cut, and it begins there.
            where !part.Controls.Any(c => c.Controller == rest.Key && c.Tick >= cut - edit.Early(cut) && c.Tick <= cut)
            select $"{edit}, {part.Id}: controller {rest.Key} is {value} after {cut}"
        );

    [Fact]
    public void Every_switch_that_goes_on_goes_off() =>
        Corpus.AssertNone(
            from edit in Edits.Value
            from part in edit.Result.Parts
            from controller in new[] { 64, 65, 68 }
            let last = part.Controls.LastOrDefault(c => c.Controller == controller)
            where last.Value >= 64
            select $"{edit}, {part.Id}: {last}"
        );

    [Fact]
    public void No_pedal_is_held_over_a_cut() =>
        Corpus.AssertNone(
            from edit in Edits.Value
            from part in edit.Result.Parts
            from cut in edit.Cuts
            let pedals = part.Controls.Where(c => c.Controller == 64).ToList()
            from pair in pedals.Zip(pedals.Skip(1))
            where pair.First.Value >= 64
            where pair.First.Tick < cut - edit.Early(cut) && pair.Second.Tick > cut
            select $"{edit}, {part.Id}: {pair}"
        );

    [Fact]
    public void Expression_goes_over_in_small_steps_to_what_the_new_bars_have() =>
        Corpus.AssertNone(
            from edit in Edits.Value
            from part in edit.Result.Parts
            let steps = part.Controls.Where(c => c.Controller == Expression).ToList()
            from pair in steps.Zip(steps.Skip(1))
            where Math.Abs(pair.Second.Value - pair.First.Value) > LargestStep
            select $"{edit}, {part.Id}: {pair}"
        );

    [Fact]
    public void Controllers_outside_the_new_bars_are_the_sources() =>
        Corpus.AssertNone(
            from edit in Edits.Value
            from old in edit.Source.Parts
            let part = edit.Result.Parts.FirstOrDefault(p => p.Id == old.Id)
            where part is not null
            let mine = Outside(part, edit).ToList()
            let theirs = Outside(old, edit).ToList()
            where !mine.SequenceEqual(theirs)
            select $"{edit}, {old.Id}: {mine.Except(theirs).FirstOrDefault()}, {theirs.Except(mine).FirstOrDefault()}"
        );

    // Before the cut all, after the new bars all but a bar in which expression finds back.
    private static IEnumerable<Control> Outside(Part part, Edit edit) =>
        part.Controls.Where(c =>
            c.Tick < edit.From - edit.Early(edit.From)
            || (c.Tick > edit.To && (c.Controller != Expression || c.Tick > edit.To + edit.Source.Meter.TicksPerBar))
        );

    private static Dictionary<int, int> State(ImmutableArray<Control> controls, int tick)
    {
        var state = new Dictionary<int, int>();
        foreach (var control in controls.Where(control => control.Tick < tick))
        {
            state[control.Controller] = control.Value;
        }

        return state;
    }

    private static IEnumerable<Edit> Make()
    {
        foreach (var song in Sources.All)
        {
            var bar = song.Meter.TicksPerBar;
            var map = new TimeMap(song.Tempos);
            var from = 5 * bar;
            var to = 11 * bar;
            var words = Sources.Brief("", 9);
            yield return new Edit(
                song,
                Sources.Editor.Replace(song, map.SecondsAt(from), map.SecondsAt(to), words),
                from,
                to
            );
            var extended = Sources.Editor.Extend(song, map.SecondsAt(9 * bar), Sources.Brief("", 3));
            yield return new Edit(song, extended, extended.From, int.MaxValue);
        }
    }

    private sealed record Edit(Song Source, Song Result, int From, int To)
    {
        public IEnumerable<int> Cuts => To == int.MaxValue ? [From] : [From, To];

        public int Early(int cut) => cut - Sources.Early(Source, cut);

        public override string ToString() => $"{Sources.Name(Source)} {From} to {To}";
    }
}
