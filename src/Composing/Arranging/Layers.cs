using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Who plays where. A style gives each part the energies it plays at; on top of that layers come and go so that something changes every
/// four to eight bars: a second verse has one more than the first, the first chorus holds one back, the last one has all, an intro
/// gathers, an outro thins out.
/// </summary>
internal sealed class Layers
{
    private const double Kept = 0.3;
    private readonly Stage _stage;
    private readonly HashSet<string> _asked;
    private readonly Dictionary<(string Part, int Section), (int From, int To)> _spans = [];

    public Layers(Stage stage)
    {
        _stage = stage;
        var style = stage.Direction.Style;
        _asked = [.. stage.Direction.Brief.Instruments.Select(name => name.Replace(' ', '-'))];
        All = style.Bass is null ? [.. style.Parts] : [.. style.Parts, style.Bass];
        foreach (var section in stage.Sections)
        {
            Section(section);
        }
    }

    /// <summary>All pitched parts.</summary>
    private List<PartSheet> All { get; }

    /// <summary>The section of a kind that has no later one: 1 for the first.</summary>
    public int Count(string kind) =>
        _stage.Sections.Count(section => section.Plan.Kind == kind) + _stage.Direction.Brief.Heard(kind);

    /// <summary>True for the last of two choruses or more: nothing is held back any longer.</summary>
    public bool IsSummit(PlacedSection section) =>
        section.Plan.Kind == "chorus"
        && section.Nth > 1
        && section.Nth == Count("chorus")
        && _stage.Direction.Brief.Ends;

    /// <summary>True when the part plays in the section, in some of its bars at least.</summary>
    public bool Plays(PartSheet part, PlacedSection section) => _spans.ContainsKey((part.Id, section.Tick));

    /// <summary>The ticks of a section in which the part plays; empty when it does not.</summary>
    public (int From, int To) Span(PartSheet part, PlacedSection section) =>
        _spans.GetValueOrDefault((part.Id, section.Tick), (section.End, section.End));

    /// <summary>Where the second half of a section of eight bars or more begins; its end for a shorter one.</summary>
    public int Half(PlacedSection section)
    {
        var bars = (section.End - section.Tick) / _stage.BarTicks;
        return bars < 8 ? section.End : section.Tick + bars / 2 / 2 * 2 * _stage.BarTicks;
    }

    private void Section(PlacedSection section)
    {
        var playing = All.Where(part => Wants(part, section)).ToList();
        Second(section, playing);
        Leave(section, playing);
        Gain(section, playing);
        foreach (var part in playing)
        {
            _spans[(part.Id, section.Tick)] = (section.Tick, section.End);
        }

        var last = section.Next == "end";
        switch (section.Plan.Kind)
        {
            case "intro" when section.Plan.Bars >= 4 && !last:
                Gather(section, playing);
                break;
            case "outro" when section.Plan.Bars >= 8 && !last:
            case not null when section.Tick == 0 && !_stage.Direction.Brief.Begins:
            case "chorus" when IsSummit(section) || Count("chorus") < 2 || section.Nth > 1:
                break;
            default:
                HoldBack(section, playing);
                break;
        }
    }

    private bool Wants(PartSheet part, PlacedSection section)
    {
        if (!part.Sections.IsEmpty && !part.Sections.Contains(section.Plan.Kind))
        {
            return false;
        }

        if (part.Role == PartRole.Counter && !Countered(part, section))
        {
            return false;
        }

        var top = IsSummit(section) && part.Energy[1] >= 0.9 ? 1 : part.Energy[1];
        var felt = section.Energy + 0.3 * _stage.Direction.Effect.Density;
        return felt >= part.Energy[0] - 1e-9 && section.Energy <= top + 1e-9;
    }

    // Counter lines wait until a tune has been heard once.
    private bool Countered(PartSheet part, PlacedSection section)
    {
        var share = _stage.Direction.Style.Lead.Counter;
        return IsSummit(section)
            || part.Energy is [<= 0, >= 1]
            || (
                (section.Nth > 1 || section.Plan.Kind is not ("verse" or "intro"))
                && _stage.Random.Child($"{part.Id}/{section.Plan.Kind}/{section.Nth}").Chance(share)
            );
    }

    // The second verse has a player whom the first one had not.
    private void Second(PlacedSection section, List<PartSheet> playing)
    {
        if (section.Plan.Kind != "verse" || section.Nth < 2)
        {
            return;
        }

        var first = _stage.Sections.First(s => s.Plan.Kind == "verse");
        if (playing.Exists(part => !Plays(part, first)))
        {
            return;
        }

        var more = All.Where(part =>
                !playing.Contains(part)
                && part.Role is not (PartRole.Lead or PartRole.Bass)
                && part.Energy[0] <= section.Energy + 0.25
                && part.Energy[1] >= section.Energy
                && (part.Sections.IsEmpty || part.Sections.Contains("verse"))
            )
            .MinBy(part => part.Energy[0]);
        if (more is not null)
        {
            playing.Add(more);
        }
    }

    // A verse has at least two layers fewer than the chorus, unless the singer's doubles make the difference.
    private void Leave(PlacedSection section, List<PartSheet> playing)
    {
        var chorus = _stage.Sections.FirstOrDefault(s => s.Plan.Kind == "chorus");
        var style = _stage.Direction.Style;
        if (section.Plan.Kind != "verse" || chorus is null || (_stage.Direction.Brief.IsVocal && style.Vocal.Doubles))
        {
            return;
        }

        var most = Math.Max(2, All.Count(part => Wants(part, chorus)) - (section.Nth == 1 ? 3 : 2));
        var spare = playing
            .Where(part => part.Role is not (PartRole.Bass or PartRole.Lead) && !_asked.Contains(part.Id))
            .OrderByDescending(part => part.Energy[0])
            .ThenByDescending(part => All.IndexOf(part))
            .ToList();
        foreach (var part in spare.SkipLast(1).Take(playing.Count - most))
        {
            playing.Remove(part);
        }
    }

    // The last chorus has all that the first had, if it would have fewer.
    private void Gain(PlacedSection section, List<PartSheet> playing)
    {
        if (!IsSummit(section))
        {
            return;
        }

        var first = _stage.Sections.First(s => s.Plan.Kind == "chorus");
        var before = All.Where(part => Plays(part, first)).ToList();
        foreach (var part in before.Except(playing).Take(before.Count - playing.Count).ToList())
        {
            playing.Add(part);
        }
    }

    // The latest of the layers enters in the second half.
    private void HoldBack(PlacedSection section, List<PartSheet> playing)
    {
        var half = Half(section);
        var held = playing
            .Where(part => part.Energy[0] >= Kept && part.Role is not (PartRole.Lead or PartRole.Bass))
            .MaxBy(part => part.Energy[0]);
        var least = section.Plan.Kind == "chorus" ? 4 : 3;
        if (held is not null && half < section.End && playing.Count >= least)
        {
            _spans[(held.Id, section.Tick)] = (half, section.End);
        }
    }

    // One player begins, the others join in the middle.
    private void Gather(PlacedSection section, List<PartSheet> playing)
    {
        var bars = (section.End - section.Tick) / _stage.BarTicks;
        var half = section.Tick + bars / 2 * _stage.BarTicks;
        var late = playing
            .Where(part => part.Role != PartRole.Lead)
            .OrderBy(part => part.Role == PartRole.Bass ? 2 : part.Energy[0])
            .Skip(1)
            .ToList();
        if (late.Count > 0 && _stage.Random.Child("gather").Chance(0.7))
        {
            var asked = late.Where(part => part.Role != PartRole.Bass && part.Energy is [<= 0, >= 1]).ToList();
            foreach (var part in late.Except(asked.Skip(1)))
            {
                _spans[(part.Id, section.Tick)] = (half, section.End);
            }
        }
    }
}
