using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Adds and stretches the sections that nobody sings.</summary>
internal sealed class FormFiller(
    FormSheet form,
    ImmutableArray<InstrumentalForms> forms,
    RandomStream random,
    bool opens = true,
    bool closes = true
)
{
    private const int Phrases = 14;

    /// <summary>Instrumental sections at their usual lengths, for a song of free length.</summary>
    public ImmutableArray<PlannedSection> Natural(ImmutableArray<PlannedSection> sections)
    {
        var least = Least(sections);
        var usual = least.Select(s => s.IsSung ? s : s with { Bars = s.Kind == "inst" ? 8 : 4 }).ToList();
        if (opens && !usual.Exists(s => s.Kind == "intro"))
        {
            usual.Insert(0, new PlannedSection("intro", [], IntroBars(), -1));
        }

        return [.. usual];
    }

    /// <summary>The shortest form: sung sections as they are, instrumental ones two bars each.</summary>
    public static ImmutableArray<PlannedSection> Least(ImmutableArray<PlannedSection> sections) =>
        [.. sections.Select(s => s.IsSung ? s : s with { Bars = 2 })];

    /// <summary>Spends extra bars: intro, breaks, outro, returning choruses, longer breaks.</summary>
    public ImmutableArray<PlannedSection> Fill(ImmutableArray<PlannedSection> sections, int extra)
    {
        var list = sections.ToList();
        if (opens && !list.Exists(s => s.Kind == "intro") && extra >= 2)
        {
            var bars = Math.Min(extra >= 12 ? IntroBars() : 2, extra);
            list.Insert(0, new PlannedSection("intro", [], bars, -1));
            extra -= bars;
        }

        extra = Grow(list, "intro", 4, extra);
        extra = Grow(list, "inst", 4, extra);
        extra = Grow(list, "outro", 4, extra);
        extra = Grow(list, "inst", 8, extra);
        for (var round = 0; extra >= 8 && round < 64; round++)
        {
            extra = round % 3 != 1 ? ReturnChorus(list, extra, round) : AddBreak(list, extra);
        }

        return [.. closes ? Leftover(list, extra, opens ? 2 : 1) : Inside(list, extra)];
    }

    /// <summary>An instrumental form of so many bars, of the kinds asked for or of the house's usual ones.</summary>
    public ImmutableArray<PlannedSection> Instrumental(ImmutableArray<string> kinds, int bars)
    {
        if (kinds.IsEmpty)
        {
            kinds = InstrumentalForms.For(forms, bars, random.Child("form"));
            kinds = opens || kinds.All(kind => kind == "intro") ? kinds : kinds.RemoveAll(kind => kind == "intro");
            kinds = closes || kinds.All(kind => kind == "outro") ? kinds : kinds.RemoveAll(kind => kind == "outro");
        }

        if (bars < kinds.Length)
        {
            kinds = kinds[..Math.Max(1, Math.Min(bars, kinds.Length))];
        }

        var weights = kinds.Select(Weight).ToList();
        var total = weights.Sum();
        var result = new List<PlannedSection>();
        var used = 0;
        var share = 0.0;
        for (var i = 0; i < kinds.Length; i++)
        {
            share += weights[i];
            var until = i == kinds.Length - 1 ? bars : Math.Max(used + 1, Even(bars * share / total, bars - used));
            until = Math.Min(until, bars - (kinds.Length - 1 - i));
            result.Add(new PlannedSection(kinds[i], [], Math.Max(bars == 0 ? 0 : 1, until - used), -1));
            used = until;
        }

        return [.. result];
    }

    /// <summary>The kinds of sections in a part of an instrumental that would have so many bars as a whole.</summary>
    /// <param name="part">The part.</param>
    /// <param name="bars">Bars of the part.</param>
    public ImmutableArray<string> KindsOf(SongPart part, int bars)
    {
        var whole = InstrumentalForms.For(
            forms,
            (int)Math.Min(1000, bars / Math.Max(0.05, part.To - part.From)),
            random.Child("form")
        );
        var total = whole.Sum(Weight);
        var passed = 0.0;
        var kinds = ImmutableArray.CreateBuilder<string>();
        foreach (var kind in whole)
        {
            var share = Weight(kind) / total;
            var inside = Math.Min(part.To, passed + share) - Math.Max(part.From, passed);
            var strange = (kind == "intro" && !opens) || (kind == "outro" && !closes);
            if (inside > 0.25 * Math.Min(share, part.To - part.From) && !strange)
            {
                kinds.AddRange(Longer(kind, (int)(bars * inside / (part.To - part.From))));
            }

            passed += share;
        }

        return kinds.Count > 0 ? kinds.ToImmutable() : ["chorus"];
    }

    // No section goes on for ever: a long one comes again, a long chorus with solos between.
    private static IEnumerable<string> Longer(string kind, int bars)
    {
        var count = kind is "intro" or "outro" ? 1 : Math.Max(1, (bars + Phrases - 1) / Phrases);
        var other = kind switch
        {
            "chorus" or "bridge" => "inst",
            "inst" => "chorus",
            _ => kind,
        };
        return Enumerable.Range(0, count).Select(i => i % 2 == 0 ? kind : other);
    }

    private static double Weight(string kind) => kind is "intro" or "outro" ? 1 : 2;

    private static int Even(double bars, int left) => left >= 8 ? (int)Math.Round(bars / 2) * 2 : (int)Math.Round(bars);

    private int IntroBars() => form.Intro[random.PickWeighted([.. form.Intro.Select((_, i) => 1.0 / (1 + i))])];

    private static int Grow(List<PlannedSection> list, string kind, int bars, int extra)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var more = Math.Min(extra, bars - list[i].Bars);
            if (list[i].Kind == kind && !list[i].IsSung && more > 0)
            {
                list[i] = list[i] with { Bars = list[i].Bars + more };
                extra -= more;
            }
        }

        return extra;
    }

    private int ReturnChorus(List<PlannedSection> list, int extra, int round)
    {
        var last = list.FindLastIndex(s => s.Kind == "chorus" && s.IsSung);
        last = last < 0 ? list.FindLastIndex(s => s.IsSung) : last;
        if (last < 0 || round > 6 || list[last].Bars > extra)
        {
            return AddBreak(list, extra);
        }

        list.Insert(last + 1, list[last]);
        return extra - list[last].Bars;
    }

    // After the chorus that has the most sung bars since the last break; else in the middle.
    private int AddBreak(List<PlannedSection> list, int extra)
    {
        var best = list.Count / 2;
        var bestScore = -1;
        for (var i = 1; i < list.Count; i++)
        {
            var near = Math.Min(DistanceToBreak(list, i, -1), DistanceToBreak(list, i - 1, 1));
            var score = near * 4 + (list[i - 1].Kind == "chorus" ? 3 : 0) + (list[i].Kind == "chorus" ? 1 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        var bars = Math.Min(extra, 8);
        list.Insert(
            Math.Max(best, list[0].Kind == "intro" || !opens ? 1 : 0),
            new PlannedSection("inst", [], bars, -1)
        );
        return extra - bars;
    }

    private static int DistanceToBreak(List<PlannedSection> list, int from, int direction)
    {
        var distance = 0;
        for (var i = direction < 0 ? from - 1 : from + 1; i >= 0 && i < list.Count && list[i].IsSung; i += direction)
        {
            distance++;
        }

        return distance;
    }

    // In a clip that breaks off, what is left goes to a break.
    private List<PlannedSection> Inside(List<PlannedSection> list, int extra)
    {
        var longest = list.FindLastIndex(section => section.Kind == "inst");
        if (extra > 1 && longest < 0)
        {
            AddBreak(list, extra);
        }
        else if (extra > 0)
        {
            var at = longest < 0 ? list.Count - 1 : longest;
            list[at] = list[at] with { Bars = list[at].Bars + extra };
        }

        return list;
    }

    private static List<PlannedSection> Leftover(List<PlannedSection> list, int extra, int leastOutro)
    {
        if (extra <= 0)
        {
            return list;
        }

        var outro = list.FindLastIndex(s => !s.IsSung && s.Kind == "outro");
        if (outro >= 0)
        {
            list[outro] = list[outro] with { Bars = list[outro].Bars + extra };
        }
        else if (extra >= leastOutro)
        {
            list.Add(new PlannedSection("outro", [], extra, -1));
        }
        else
        {
            list[0] = list[0] with { Bars = list[0].Bars + extra };
            if (list[0].IsSung)
            {
                list[0] = list[0] with { Bars = list[0].Bars - extra };
                list.Insert(0, new PlannedSection("intro", [], extra, -1));
            }
        }

        return list;
    }
}
