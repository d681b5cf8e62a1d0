using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// One draft of the sung part. The chorus is written first, so that its hook is the song's idea and the verses keep clear of it;
/// returning sections keep their tunes and bend them to their own words; a line of words that returns keeps its tune wherever it stands.
/// </summary>
internal sealed class MelodyDraft(
    Direction direction,
    LineComposer lines,
    LineSchemes schemes,
    MelodyCharacter character,
    TuneMemory memory,
    RandomStream random
)
{
    // Of about 4: below it the words would be sung with wrong stress.
    private const double Acceptable = 1.5;

    // The share of moves against the tones of the words that a tune taken over from other words may have.
    private const double MostContrary = 0.15;
    private readonly LineWishes _wishes = new(direction, character);
    private readonly Recollection _usual = Recollection.Of(memory);
    private readonly Recollection _fresh = Recollection.Of(TuneMemory.Empty);
    private readonly Dictionary<(string Kind, int Lines), ImmutableArray<LinePlan>> _plans = [];
    private readonly HashSet<ulong> _rhythms = memory.Rhythms(direction.Steps);
    private readonly double _turn = WordsKnob.Turn(direction.Brief);
    private FormPlan? _form;

    /// <summary>The tunes of the first section of each kind.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<LineShape>> Shapes =>
        new SortedDictionary<string, ImmutableArray<LineShape>>(
            All()
                .DistinctBy(pair => pair.Key)
                .ToDictionary(pair => pair.Key, pair => pair.Value.Lines.ToImmutableArray()),
            StringComparer.Ordinal
        );

    /// <summary>The phrases over the whole form.</summary>
    public ImmutableArray<VocalPhrase> Write(FormPlan form)
    {
        _form = form;
        var written = new ImmutableArray<LineShape>?[form.Sections.Length];
        var ticks = Ticks(form);
        var hook = form.Sections.ToList().FindIndex(section => section.Kind == "chorus" && section.IsNew);
        if (hook >= 0)
        {
            written[hook] = Section(form, hook, ticks[hook]);
        }

        var book = new PhraseBook(direction, lines, _wishes, random);
        for (var s = 0; s < form.Sections.Length; s++)
        {
            var shapes = written[s] ?? Section(form, s, ticks[s]);
            for (var i = 0; i < shapes.Length; i++)
            {
                if (form.Sections[s].Lines[i].Given is { } given)
                {
                    book.Keep(given);
                }
                else
                {
                    book.Add(form, s, i, ticks[s], shapes[i]);
                }
            }
        }

        return book.Phrases;
    }

    private IEnumerable<KeyValuePair<string, SectionTune>> All() => _usual.Tunes.Concat(_fresh.Tunes);

    private Recollection Known(PlannedSection section) => section.IsFresh ? _fresh : _usual;

    private int[] Ticks(FormPlan form)
    {
        var ticks = new int[form.Sections.Length];
        for (var s = 1; s < ticks.Length; s++)
        {
            ticks[s] = ticks[s - 1] + (form.Sections[s - 1].Bars * direction.Meter.TicksPerBar);
        }

        return ticks;
    }

    private ImmutableArray<LineShape> Section(FormPlan form, int s, int tick)
    {
        var section = form.Sections[s];
        var name = section.Kind;
        var known = Known(section);
        var first = !known.Tunes.TryGetValue(name, out var tune);
        tune ??= new SectionTune();
        var plans = schemes.For(
            name,
            section.Lines.Length,
            (a, b) => Alike(section, tick, a, b),
            random.Child($"{name} scheme {section.Lines.Length}")
        );
        _plans[(name, section.Lines.Length)] = plans;
        var here = new SectionTune();
        var shapes = ImmutableArray.CreateBuilder<LineShape>();
        for (var i = 0; i < section.Lines.Length; i++)
        {
            var wish = _wishes.For(form, s, i, tick, shapes.Count > 0 ? shapes[^1] : null) with { Known = _rhythms };
            var shape = section.Lines[i].Given is { } given
                ? LineShape.Of(given, wish.Tick, section.Transpose)
                : Line(section, i, wish, plans[i], here, first ? null : tune);
            shapes.Add(shape);
            here.Keep(plans[i].Letter, shape);
            _rhythms.UnionWith(BarRhythms.Of(shape.Slots, direction.Steps));
            known.ByText.TryAdd(KeyOf(section, section.Lines[i]), shape);
            if (section.Lines[i].Words.Length >= 4)
            {
                known.ByEnd.TryAdd(EndOf(section.Lines[i]), shape);
            }
        }

        if (first && section.IsSung)
        {
            known.Tunes[name] = here;
        }

        return shapes.ToImmutable();
    }

    private double Alike(PlannedSection section, int tick, int a, int b)
    {
        var bar = direction.Meter.TicksPerBar;
        var (first, second) = (section.Lines[a], section.Lines[b]);
        var close = Math.Abs(first.Syllables - second.Syllables) switch
        {
            <= 1 => 1,
            <= 3 => 0.6,
            _ => 0.1,
        };
        return first.Bars == second.Bars
            ? close * lines.SameChords(tick + (first.StartBar * bar), tick + (second.StartBar * bar), first.Bars * bar)
            : 0.1;
    }

    private LineShape Line(
        PlannedSection section,
        int index,
        LineWish wish,
        LinePlan plan,
        SectionTune here,
        SectionTune? before
    )
    {
        var line = section.Lines[index];
        if (
            line.Tune is null
            && (section.Kind == "chorus" || !Bends(section, index, before is not null))
            && Known(section).ByText.TryGetValue(KeyOf(section, line), out var same)
            && Fits(same, line, wish)
            && (Recalls(section, line) || lines.ChordShare(same, wish) > 0.5)
        )
        {
            return same;
        }

        var (motif, relation) = line.Tune is { } stood
            ? (stood, LineRelation.Repeat)
            : Origin(index, plan, here, before);
        if (line.Tune is null && Known(section).ByEnd.TryGetValue(EndOf(line), out var refrain))
        {
            (motif, relation) = (refrain, LineRelation.Repeat);
        }
        var bent = line.Tune is null && Bends(section, index, before is not null);
        if (!bent && motif is not null && relation == LineRelation.Repeat && lines.Bend(motif, wish) is { } kept)
        {
            var hook = section.Kind == "chorus";
            var heard =
                line.Tune is not null || before is not null || lines.ChordShare(motif, wish) > (hook ? 0.4 : 0.5);
            if (
                heard
                && kept.Fit > WordsKnob.Acceptable(_turn, hook ? Acceptable - 0.7 : Acceptable)
                && Fits(kept.Shape, line, wish)
                && ToneMotion.ContraryShare(kept.Shape.Keys, kept.Shape.Syllables, wish.Tones) <= MostContrary
            )
            {
                return kept.Shape;
            }
        }

        var child = random.Child($"{section.Kind}/{index}/{(motif is null ? "" : line.Text)}");
        var shape = lines.Write(
            wish with
            {
                Stress = motif is null ? Together(section, index, plan, wish.Stress) : wish.Stress,
                Motif = motif,
                Relation = relation,
                Pull =
                    bent ? 0.45
                    : wish.Tones.IsEmpty ? 0.95
                    : 0.7,
                Shift = plan.Shift,
                Unlike = Unlike(section.Kind, plan, motif, here),
            },
            child
        );
        return wish.Rap ? shape : _wishes.Melisma(_wishes.SlursAt(_form!.Bpm).Add(shape, child), child);
    }

    // The hook of an older song is known to lie well over its chords.
    private bool Recalls(PlannedSection section, PlannedLine line) =>
        !section.IsFresh
        && section.Kind == "chorus"
        && memory.Sung.ContainsKey("chorus")
        && memory.Texts.ContainsKey(line.Text);

    // A new idea is written for all the lines that will sing it: the mean stress of those with as many syllables.
    private ImmutableArray<double> Together(
        PlannedSection section,
        int index,
        LinePlan plan,
        ImmutableArray<double> own
    )
    {
        var count = section.Lines.Length;
        var plans = _plans[(section.Kind, count)];
        var mates = _form!
            .Sections.Where(other => other.Kind == section.Kind && other.Lines.Length == count)
            .SelectMany(other => other.Lines.Where((_, i) => i == index || plans[i].Letter == plan.Letter))
            .Where(line => line.Syllables == own.Length)
            .Select(line => LineWishes.StressOf(line))
            .ToList();
        return [.. own.Select((_, i) => mates.Average(stress => stress[i]))];
    }

    // Words that are spoken once and sung once have a tune for each.
    private string KeyOf(PlannedSection section, PlannedLine line) =>
        line.Delivery == Delivery.Spoken && !direction.Style.Vocal.Rap.Contains(section.Kind)
            ? $"spoken {line.Text}"
            : line.Text;

    // Lines that end in the same four words are one line to a listener.
    private static string EndOf(PlannedLine line) => string.Join(' ', line.Words.TakeLast(4).Select(word => word.Text));

    // A returning line may be bent; the hook's own line stays.
    private bool Bends(PlannedSection section, int index, bool returns) =>
        index > 0
        && random
            .Child($"bend {section.Kind} {index} {section.Source} {returns}")
            .Chance(character.Freedom * (returns ? 1.5 : 0.3) * (section.Kind == "chorus" ? 0.65 : 1));

    // The line at the same place of the section's first time; in a new section the line of the same letter.
    private static (LineShape? Motif, LineRelation Relation) Origin(
        int index,
        LinePlan plan,
        SectionTune here,
        SectionTune? before
    )
    {
        if (before is not null)
        {
            return (
                before.Lines.Count > index ? before.Lines[index] : before.ByLetter(plan.Letter),
                LineRelation.Repeat
            );
        }

        return here.ByLetter(plan.Letter) is { } own ? (own, plan.Relation) : (null, LineRelation.Answer);
    }

    private ImmutableArray<LineShape> Unlike(string kind, LinePlan plan, LineShape? motif, SectionTune here)
    {
        if (motif is not null)
        {
            return [];
        }

        var others = All().Where(pair => pair.Key != kind).SelectMany(pair => pair.Value.Lines.Take(2));
        return [.. others, .. here.Lines.Take(3)];
    }

    private static bool Fits(LineShape shape, PlannedLine line, LineWish wish) =>
        shape.Syllables[^1] + 1 == line.Syllables
        && shape.Slots[0] >= -wish.Pickup
        && shape.Slots[^1] + shape.Lengths[^1] <= wish.Slots;
}
