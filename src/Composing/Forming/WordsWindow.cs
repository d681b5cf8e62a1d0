using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// The stretch of a clip in which words are sung (<see cref="SongBrief.WordsWithin"/>), kept to within a bar: before it and after it the
/// band plays alone.
/// </summary>
internal sealed class WordsWindow(Direction direction)
{
    // Of a bar: with a pick-up before it a line still begins within a bar of the window.
    private const double Slack = 0.6;
    private const int LongestIntro = 8;
    private const int Outro = 4;
    private const int LongestBreak = 16;

    // What follows the words in their own section.
    private const int Rest = 1;
    private readonly SongPart? _within = direction.Brief.WordsWithin is { From: <= 0, To: >= 1 }
        ? null
        : direction.Brief.WordsWithin;

    /// <summary>True when words may be sung anywhere.</summary>
    public bool IsOpen => _within is null;

    /// <summary>The share of the clip in which words may be sung, above 0 to 1.</summary>
    public double Share => _within is null ? 1 : Math.Max(0.01, _within.To - _within.From);

    /// <summary>True when all words of a form lie in the window.</summary>
    /// <param name="plan">The form.</param>
    /// <param name="from">First tick of the clip.</param>
    public bool Holds(FormPlan plan, int from = 0)
    {
        if (_within is null || Sung(plan.Sections, from) is not { } sung)
        {
            return true;
        }

        var map = new TimeMap(plan.Tempos);
        var (start, slack) = (map.SecondsAt(from), Slack * direction.BarSeconds(plan.Bpm));
        var length = plan.Seconds - start;
        return map.SecondsAt(sung.From) - start >= _within.From * length - slack
            && map.SecondsAt(sung.To) - start <= _within.To * length + slack;
    }

    /// <summary>Sections with so many bars before and after the words as the window asks for in so many seconds.</summary>
    /// <param name="sections">Sections of a clip of which some are sung.</param>
    /// <param name="bars">All bars that the clip will have.</param>
    /// <param name="seconds">The clip's length.</param>
    /// <param name="barSeconds">A bar's length.</param>
    /// <param name="more">Bars that the window is closed further at both ends.</param>
    public ImmutableArray<PlannedSection> Pad(
        ImmutableArray<PlannedSection> sections,
        int bars,
        double seconds,
        double barSeconds,
        int more
    )
    {
        if (_within is null)
        {
            return sections;
        }

        var lead = _within.From <= 0 ? 0 : (int)Math.Ceiling(_within.From * seconds / barSeconds - 0.5) + more;
        var tail = bars - (int)Math.Floor(_within.To * seconds / barSeconds + 0.5) + (_within.To >= 1 ? 0 : more);
        var before = lead - sections.TakeWhile(section => !section.IsSung).Sum(section => section.Bars);
        var after = tail - sections.Reverse().TakeWhile(section => !section.IsSung).Sum(section => section.Bars);
        var last = sections.ToList().FindLastIndex(section => section.IsSung);
        if (after is > 0 and <= Rest && last == sections.Length - 1)
        {
            sections = sections.SetItem(last, sections[last] with { Bars = sections[last].Bars + after });
            after = 0;
        }

        return [.. Led(sections, before), .. Trailing(sections, after)];
    }

    // The sections with music before them, the last unsung stretch left out.
    private IEnumerable<PlannedSection> Led(ImmutableArray<PlannedSection> sections, int bars)
    {
        var sung = Sounding(sections);
        if (bars <= 0)
        {
            return sung;
        }

        if (!direction.Brief.Begins)
        {
            return [.. Breaks(bars), .. sung];
        }

        var opens = sections[0] is { Kind: "intro", IsSung: false };
        var own = opens ? sections[0].Bars : 0;
        var intro = own + bars <= LongestIntro ? own + bars : Math.Max(own, Outro);
        return [new PlannedSection("intro", [], intro, -1), .. Breaks(own + bars - intro), .. sung.Skip(opens ? 1 : 0)];
    }

    private ImmutableArray<PlannedSection> Trailing(ImmutableArray<PlannedSection> sections, int bars)
    {
        var own = sections[Sounding(sections).Count()..];
        if (bars <= 0)
        {
            return own;
        }

        if (!direction.Brief.Ends)
        {
            return [.. own, .. Breaks(bars)];
        }

        var closes = !own.IsEmpty && own[^1].Kind == "outro";
        var last = closes ? own[^1].Bars : 0;
        var outro = last + bars <= LongestIntro ? last + bars : Math.Max(last, Outro);
        return
        [
            .. own.SkipLast(closes ? 1 : 0),
            .. Breaks(last + bars - outro),
            new PlannedSection("outro", [], outro, -1),
        ];
    }

    private static IEnumerable<PlannedSection> Sounding(ImmutableArray<PlannedSection> sections) =>
        sections.Take(sections.ToList().FindLastIndex(section => section.IsSung) + 1);

    private static IEnumerable<PlannedSection> Breaks(int bars)
    {
        for (; bars > 0; bars -= LongestBreak)
        {
            yield return new PlannedSection("inst", [], Math.Min(bars, LongestBreak), -1);
        }
    }

    private (int From, int To)? Sung(ImmutableArray<PlannedSection> sections, int clip)
    {
        var bar = direction.Meter.TicksPerBar;
        var (tick, first, last) = (0, int.MaxValue, -1);
        foreach (var section in sections)
        {
            foreach (var line in section.Lines.Where(_ => tick >= clip))
            {
                first = Math.Min(first, tick + line.StartBar * bar);
                last = Math.Max(last, tick + (line.StartBar + line.Bars) * bar);
            }

            tick += section.Bars * bar;
        }

        return last < 0 ? null : (first, last);
    }
}
