using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What every player needs to know: the form at its place, the harmony, the silences that all keep.</summary>
internal sealed class Stage
{
    public Stage(Direction direction, FormPlan form, Harmony harmony)
    {
        Direction = direction;
        Form = form;
        Harmony = harmony;
        Random = new RandomStream(direction.Brief.Material, "arrangement");
        Sections = Place();
        Map = new TimeMap(form.Tempos);
        RingEnd = (int)Map.TickAt(form.Seconds - 0.25);
    }

    public Direction Direction { get; }

    public FormPlan Form { get; }

    public Harmony Harmony { get; }

    public RandomStream Random { get; }

    public TimeMap Map { get; }

    public ImmutableArray<PlacedSection> Sections { get; }

    /// <summary>The section that ends the song; a jingle of less than a beat has only its last chord.</summary>
    public PlacedSection Last => Sections.IsEmpty ? new PlacedSection(Form.Sections[^1], 0, 0, 1, "end") : Sections[^1];

    /// <summary>Where a ringing last chord is let go.</summary>
    public int RingEnd { get; }

    public int BarTicks => Direction.Meter.TicksPerBar;

    /// <summary>Where the last chord's notes end.</summary>
    public int LastNoteEnd =>
        Form.Ending == "hit"
            ? Form.LastChordTick + Direction.Meter.TicksPerPulse / 2
            : Math.Max(RingEnd, Form.LastChordTick + 1);

    /// <summary>0 low, 1 mid, 2 high.</summary>
    public int Band(PlacedSection section)
    {
        var felt = section.Energy + Direction.Effect.Density * 0.8;
        return felt < 0.42 ? 0
            : felt < 0.68 ? 1
            : 2;
    }

    /// <summary>The section at a tick; the first or last one outside the form.</summary>
    public PlacedSection SectionAt(int tick)
    {
        foreach (var section in Sections)
        {
            if (tick < section.End)
            {
                return section;
            }
        }

        return Last;
    }

    /// <summary>
    /// One of the rows for the section's energy, the nearest energy's where that has none; null when there is none at all.
    /// <paramref name="further"/> rows further than usual.
    /// </summary>
    public T? Choose<T>(
        PlacedSection section,
        string part,
        ImmutableArray<T> low,
        ImmutableArray<T> mid,
        ImmutableArray<T> high,
        int further = 0
    )
        where T : class
    {
        var rows = Rows(section, low, mid, high);
        if (rows.IsEmpty)
        {
            return null;
        }

        // The second verse is not the first one over again.
        var turn = section.Plan.Kind == "verse" && section.Nth > 1 ? 1 : 0;
        turn += further;
        var first = Random.Child($"{part}/{section.Plan.Kind}/{Band(section)}").NextInt(rows.Length);
        return rows[(first + turn) % rows.Length];
    }

    /// <summary>The rows for the section's energy, the nearest energy's where that has none.</summary>
    public ImmutableArray<T> Rows<T>(
        PlacedSection section,
        ImmutableArray<T> low,
        ImmutableArray<T> mid,
        ImmutableArray<T> high
    )
    {
        ImmutableArray<T>[] bands = [low, mid, high];
        var band = Band(section);
        return ((int[])[band, band == 1 ? 2 : 1, band == 0 ? 2 : 0])
            .Select(candidate => bands[candidate])
            .FirstOrDefault(rows => !rows.IsEmpty, []);
    }

    /// <summary>The groove that the drums play in the section; null for none.</summary>
    public ImmutableDictionary<string, string>? Groove(PlacedSection section)
    {
        var drums = Direction.Style.Drums;
        return section.Energy < drums.FromEnergy ? null : Choose(section, "groove", drums.Low, drums.Mid, drums.High);
    }

    private ImmutableArray<PlacedSection> Place()
    {
        var placed = ImmutableArray.CreateBuilder<PlacedSection>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var tick = 0;
        for (var i = 0; i < Form.Sections.Length; i++)
        {
            var plan = Form.Sections[i];
            var end = Math.Min(tick + plan.Bars * BarTicks, Form.LastChordTick);
            var nth = seen[plan.Kind] = seen.GetValueOrDefault(plan.Kind, Direction.Brief.Heard(plan.Kind)) + 1;
            var next = i + 1 < Form.Sections.Length ? Form.Sections[i + 1].Kind : "end";
            if (end > tick)
            {
                placed.Add(new PlacedSection(plan, tick, end, nth, next));
            }

            tick = end;
        }

        return placed.ToImmutable();
    }
}
