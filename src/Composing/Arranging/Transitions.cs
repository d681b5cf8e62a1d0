using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Decides once a song what leads from each section into the next, so that all players do the same.</summary>
internal sealed class Transitions
{
    private const double LongestSilence = 0.95;
    private const double LikesDrops = 0.3;
    private readonly Stage _stage;
    private readonly ImmutableArray<VocalPhrase> _vocals;

    public Transitions(Stage stage, ImmutableArray<VocalPhrase> vocals)
    {
        _stage = stage;
        _vocals = vocals;
        All = WithDrop([.. stage.Sections.Select((_, i) => Decide(i))]);
        Silences = [.. All.Where(t => t.Turn is Turn.Drop or Turn.Stop).Select(t => (t.From, t.Tick))];
    }

    /// <summary>One for each section, in order.</summary>
    public ImmutableArray<Transition> All { get; }

    /// <summary>Stretches in which the band is silent.</summary>
    public ImmutableArray<(int From, int To)> Silences { get; }

    /// <summary>What ends the section.</summary>
    public Transition Of(PlacedSection section) => All.First(t => t.Before.Tick == section.Tick);

    /// <summary>What led into the section; null for the first.</summary>
    public Transition? Into(PlacedSection section) => All.FirstOrDefault(t => t.Tick == section.Tick);

    // Where the style likes drops there is one in every song, before the last chorus if chance gave none.
    private ImmutableArray<Transition> WithDrop(ImmutableArray<Transition> all)
    {
        if (_stage.Direction.Style.Form.Drop < LikesDrops || all.Any(turn => turn.Turn == Turn.Drop))
        {
            return all;
        }

        var last = all.LastOrDefault(turn =>
            turn.Turn is Turn.Fill or Turn.None or Turn.Hold && MayDrop(turn.Before, turn.After)
        );
        return last is null ? all : all.Replace(last, last with { Turn = Turn.Drop, From = DropFrom(last.Before) });
    }

    private static bool MayDrop(PlacedSection section, PlacedSection? after) =>
        after?.Plan.Kind == "chorus" && section.Plan.Kind != "chorus" && section.Plan.Bars >= 4 && section.Energy > 0.3;

    private int DropFrom(PlacedSection section) => section.End - DropPulses() * _stage.Direction.Meter.TicksPerPulse;

    private Transition Decide(int index)
    {
        var section = _stage.Sections[index];
        var after = index + 1 < _stage.Sections.Length ? _stage.Sections[index + 1] : null;
        var random = _stage.Random.Child($"turn/{index}");
        var turn = Choose(section, after, random);
        var bar = section.End - _stage.BarTicks;
        var from = turn switch
        {
            Turn.Drop => DropFrom(section),
            Turn.Stop => bar + _stage.Direction.Meter.TicksPerPulse,
            Turn.Build => section.Plan.Bars >= 8 && random.Chance(0.5) ? bar - _stage.BarTicks : bar,
            _ => bar,
        };
        var form = _stage.Direction.Style.Form;
        var swell = after is not null && section.Plan.Bars >= 2 && after.Energy > section.Energy + 0.08;
        return new Transition(section, after, turn, from, swell && turn != Turn.Stop && random.Chance(form.Riser));
    }

    private Turn Choose(PlacedSection section, PlacedSection? after, RandomStream random)
    {
        var form = _stage.Direction.Style.Form;
        var drums = _stage.Groove(section) is not null;
        var intoChorus = after is not null && after.Plan.Kind == "chorus" && section.Plan.Kind != "chorus";
        if (section.Plan.Bars < 2 || (after is null && _stage.Form.Ending == FormClock.Cut))
        {
            return Turn.None;
        }

        if (MayDrop(section, after))
        {
            if (drums && random.Chance(form.Build))
            {
                return Turn.Build;
            }

            if (random.Chance(form.Drop))
            {
                return Turn.Drop;
            }
        }

        if (after is not null && SungThrough(section) && random.Chance(intoChorus ? form.Stop : 0.5 * form.Stop))
        {
            return Turn.Stop;
        }

        return drums ? Turn.Fill
            : after is null || section.Energy > 0.6 ? Turn.None
            : Turn.Hold;
    }

    // A voice that sings in the last bar's middle can be left alone.
    private bool SungThrough(PlacedSection section)
    {
        var pulse = _stage.Direction.Meter.TicksPerPulse;
        var from = section.End - _stage.BarTicks + pulse;
        var sung = _vocals
            .SelectMany(phrase => phrase.Notes)
            .Where(note => note.Tick < section.End - pulse && note.Tick + note.Length > from)
            .ToList();
        return sung.Count >= 2 && sung.Max(note => note.Tick + note.Length) >= section.End - pulse;
    }

    private int DropPulses()
    {
        var seconds = _stage.Direction.BarSeconds(_stage.Form.Bpm) / _stage.Direction.Pulses;
        return 2 * seconds <= LongestSilence && _stage.Direction.Pulses > 1 ? 2 : 1;
    }
}
