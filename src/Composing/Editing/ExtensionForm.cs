using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Plans the part of a song that goes on: sections for the new words at the tempo that is, no intro, a real ending. With a length
/// asked for, sections that do not fit are dropped, repeats first, and bars that are left are filled, as in a new song.
/// </summary>
internal sealed class ExtensionForm
{
    private const double LongestPart = 240;
    private const double UsualSeconds = 60;
    private const int MostCloser = 2;
    private readonly Direction _direction;
    private readonly double _bpm;
    private readonly IReadOnlyDictionary<string, ImmutableArray<int>> _lineBars;
    private readonly LineFitter _fitter;
    private readonly FormClock _clock;
    private readonly FormFiller _filler;
    private readonly WordsWindow _window;

    /// <summary>A planner.</summary>
    /// <param name="direction">The choices.</param>
    /// <param name="bpm">The tempo of the new part in pulses a minute.</param>
    /// <param name="lineBars">Bars of the source's lines by kind of section: returning kinds are laid out as they were.</param>
    /// <param name="pronouncer">Says the words.</param>
    /// <param name="library">Holds forms of instrumentals.</param>
    public ExtensionForm(
        Direction direction,
        double bpm,
        IReadOnlyDictionary<string, ImmutableArray<int>> lineBars,
        Pronouncer pronouncer,
        StyleLibrary library
    )
    {
        _lineBars = lineBars;
        var random = new RandomStream(direction.Brief.Seed, "form");
        _direction = direction;
        _bpm = bpm;
        _fitter = new LineFitter(direction, pronouncer);
        _clock = new FormClock(direction, random.Child("ending"));
        _filler = new FormFiller(
            direction.Style.Form,
            library.Forms,
            random.Child("fill"),
            opens: false,
            direction.Brief.Ends
        );
        _window = new WordsWindow(direction);
    }

    /// <summary>The whole form.</summary>
    /// <param name="stands">The sections that stand, their lines as they are sung.</param>
    /// <param name="tempos">The source's tempos.</param>
    /// <param name="from">First tick of the new part.</param>
    /// <param name="lyrics">Its words.</param>
    /// <exception cref="LyricsDoNotFitException">Not even the first section fits the length asked for.</exception>
    /// <exception cref="BriefRefusedException">The new part would be too short or too long.</exception>
    public FormPlan Plan(
        ImmutableArray<PlannedSection> stands,
        ImmutableArray<TempoChange> tempos,
        int from,
        ImmutableArray<LyricSection> lyrics
    )
    {
        var seconds = _direction.Brief.Seconds;
        if (!_direction.Brief.Segments.IsEmpty)
        {
            return Joined(stands, Asked(lyrics), tempos, from, null);
        }

        if (lyrics.IsEmpty)
        {
            return Joined(stands, Instrumental(seconds ?? UsualSeconds), tempos, from, seconds ?? UsualSeconds);
        }

        if (seconds is not { } asked)
        {
            return Joined(stands, Natural(lyrics), tempos, from, null);
        }

        var plan = Joined(stands, Within(lyrics, asked, null), tempos, from, asked);
        for (var closer = 0; closer <= MostCloser && !_window.Holds(plan, from); closer++)
        {
            plan = Joined(stands, Within(lyrics, asked, closer), tempos, from, asked);
        }

        return plan;
    }

    private FormPlan Joined(
        ImmutableArray<PlannedSection> stands,
        ImmutableArray<PlannedSection> added,
        ImmutableArray<TempoChange> tempos,
        int from,
        double? seconds
    )
    {
        var transpose = stands.IsEmpty ? 0 : stands[^1].Transpose;
        var energetic = Energies.Set([.. stands, .. added], _direction);
        ImmutableArray<PlannedSection> all =
        [
            .. stands,
            .. energetic.Skip(stands.Length).Select(section => section with { Transpose = transpose }),
        ];
        return _clock.GoOn(all, tempos, from, _bpm, seconds);
    }

    private ImmutableArray<PlannedSection> Natural(ImmutableArray<LyricSection> lyrics)
    {
        var sections = Usual(Fit(lyrics, [.. Enumerable.Range(0, lyrics.Length)], tight: false));
        return _clock.NaturalSeconds(sections.Sum(section => section.Bars), _bpm) <= LongestPart
            ? sections
            : Within(lyrics, LongestPart, null);
    }

    // With the words closer to the middle than they need to be, or wherever they come.
    private ImmutableArray<PlannedSection> Within(ImmutableArray<LyricSection> lyrics, double seconds, int? closer)
    {
        var barSeconds = _direction.BarSeconds(_bpm);
        var bars = _clock.BarsWithin(seconds, _bpm);
        ImmutableArray<int> kept = [.. Enumerable.Range(0, lyrics.Length)];
        while (true)
        {
            foreach (var tight in (bool[])[false, true])
            {
                var least = FormFiller.Least(Fit(lyrics, kept, tight));
                var sections = closer is { } more ? _window.Pad(least, bars, seconds, barSeconds, more) : least;
                var extra = bars - sections.Sum(section => section.Bars);
                if (extra >= 0)
                {
                    return _filler.Fill(sections, extra);
                }
            }

            if (kept.Length == 1)
            {
                var least = Fit(lyrics, kept, tight: true).Sum(section => section.Bars);
                throw new LyricsDoNotFitException(_clock.SecondsFor(least, _bpm) / _window.Share);
            }

            kept = FormPlanner.DropOne(lyrics, kept);
        }
    }

    private ImmutableArray<PlannedSection> Instrumental(double seconds)
    {
        var bars = _clock.BarsWithin(seconds, _bpm);
        return bars >= 1
            ? _filler.Instrumental([], bars)
            : throw new BriefRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"duration: a part that goes on needs at least {Math.Ceiling(_clock.SecondsFor(1, _bpm))} seconds at this song's tempo."
                )
            );
    }

    // A caller's own sections with their bars.
    private ImmutableArray<PlannedSection> Asked(ImmutableArray<LyricSection> lyrics)
    {
        var segments = _direction.Brief.Segments;
        var bars = new SectionBars(_direction, _fitter, lyrics).Usual(_bpm);
        var result = ImmutableArray.CreateBuilder<PlannedSection>();
        for (var i = 0; i < segments.Length; i++)
        {
            ImmutableArray<PlannedLine>? lines = [];
            var least = 0;
            if (!lyrics.IsEmpty && !lyrics[i].IsInstrumental)
            {
                lines = _fitter.FitInto(lyrics[i], _bpm, bars[i], out least);
            }

            result.Add(
                new PlannedSection(
                    segments[i].Name,
                    lines
                        ?? throw new BriefRefusedException(
                            $"structure: the words of section {i + 1} ({segments[i].Name}) need {least} bars; it has {bars[i]}."
                        ),
                    bars[i],
                    lines.Value.IsEmpty ? -1 : i
                )
            );
        }

        return result.ToImmutable();
    }

    private static ImmutableArray<PlannedSection> Usual(ImmutableArray<PlannedSection> sections) =>
        [.. sections.Select(s => s.IsSung ? s : s with { Bars = s.Kind == "inst" ? 8 : 4 })];

    private ImmutableArray<PlannedSection> Fit(
        ImmutableArray<LyricSection> lyrics,
        ImmutableArray<int> kept,
        bool tight
    ) =>
        [
            .. kept.Select(index =>
            {
                var like = _lineBars.GetValueOrDefault(lyrics[index].Kind, []);
                var (lines, bars) = _fitter.Fit(lyrics[index], _bpm, tight, like);
                return new PlannedSection(lyrics[index].Kind, lines, bars, index);
            }),
        ];
}
