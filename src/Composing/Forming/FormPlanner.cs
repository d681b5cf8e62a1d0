using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Fits sections to the time asked for: drops what does not fit (repeats first, then from the end), fills what is left with
/// instrumental bars and returning choruses, and nudges the tempo so that the length is exact.
/// </summary>
internal sealed class FormPlanner
{
    private const double ShortestSong = 30;
    private const int MostCloser = 2;
    private readonly Direction _direction;
    private readonly LineFitter _fitter;
    private readonly FormClock _clock;
    private readonly FormFiller _filler;
    private readonly WordsWindow _window;

    public FormPlanner(Direction direction, Pronouncer pronouncer, ImmutableArray<InstrumentalForms> forms)
    {
        var random = new RandomStream(direction.Brief.Seed, "form");
        _direction = direction;
        _fitter = new LineFitter(direction, pronouncer);
        _clock = new FormClock(direction, random.Child("ending"));
        _filler = new FormFiller(
            direction.Style.Form,
            forms,
            random.Child("fill"),
            direction.Brief.Begins,
            direction.Brief.Ends
        );
        _window = new WordsWindow(direction);
    }

    /// <summary>Plans a sung song.</summary>
    /// <exception cref="LyricsDoNotFitException">Not even the first section fits.</exception>
    public FormPlan PlanSong(ImmutableArray<LyricSection> lyrics)
    {
        if (ExactForm.IsAsked(_direction.Brief))
        {
            return Exact().Plan(lyrics);
        }

        if (_direction.Brief.Seconds is { } seconds)
        {
            return PlanFor(lyrics, seconds);
        }

        var natural = _filler.Natural(Fit(lyrics, All(lyrics), _direction.PreferredBpm, tight: false));
        var plan = _clock.Natural(Energies.Set(natural, _direction));
        var longest = _direction.Brief.MostSeconds;
        var length = _window.Holds(plan) ? plan.Seconds : plan.Seconds / _window.Share;
        return length < ShortestSong || length > longest || !_window.Holds(plan)
            ? PlanFor(lyrics, Math.Clamp(length, ShortestSong, longest))
            : plan;
    }

    /// <summary>Plans an instrumental.</summary>
    public FormPlan PlanInstrumental()
    {
        var brief = _direction.Brief;
        var segments = brief.Segments;
        if (ExactForm.IsAsked(brief))
        {
            return Exact().Plan([]);
        }

        var seconds = brief.Seconds ?? 60;
        var (tempo, available) = Closest(seconds);
        var kinds = segments.Select(segment => segment.Name).ToImmutableArray();
        kinds = brief is { Begins: true, Ends: true } ? kinds : _filler.KindsOf(brief.Part!, available);
        return _clock.Fit(Energies.Set(_filler.Instrumental(kinds, available), _direction), seconds, tempo);
    }

    private ExactForm Exact() => new(_direction, _clock, _fitter);

    private FormPlan PlanFor(ImmutableArray<LyricSection> lyrics, double seconds)
    {
        for (var kept = All(lyrics); ; kept = DropOne(lyrics, kept, _direction.Brief.IsLate))
        {
            foreach (var tight in (bool[])[false, true])
            {
                foreach (var bpm in Tempos())
                {
                    if (Try(lyrics, kept, seconds, bpm, tight) is { } plan)
                    {
                        return plan;
                    }
                }
            }

            if (kept.Length <= 1)
            {
                return Forced(lyrics, kept, seconds);
            }
        }
    }

    private FormPlan? Try(
        ImmutableArray<LyricSection> lyrics,
        ImmutableArray<int> kept,
        double seconds,
        double bpm,
        bool tight
    )
    {
        var sections = FormFiller.Least(Fit(lyrics, kept, bpm, tight));
        var bars = _clock.Bars(seconds, bpm);
        var plan = Filled(sections, bars, seconds, bpm);
        var barSeconds = plan is null ? 0 : _direction.BarSeconds(plan.Bpm);
        for (var more = 0; plan is not null && !_window.Holds(plan); more++)
        {
            plan =
                more > MostCloser
                    ? null
                    : Filled(_window.Pad(sections, bars, seconds, barSeconds, more), bars, seconds, bpm);
        }

        return plan;
    }

    private FormPlan? Filled(ImmutableArray<PlannedSection> sections, int bars, double seconds, double bpm)
    {
        var extra = bars - sections.Sum(section => section.Bars);
        return extra < 0 ? null : _clock.Fit(Energies.Set(_filler.Fill(sections, extra), _direction), seconds, bpm);
    }

    // A single section left and still too long: faster than the style likes, unless the tempo was asked for.
    private FormPlan Forced(ImmutableArray<LyricSection> lyrics, ImmutableArray<int> kept, double seconds)
    {
        var fastest = _direction.FastestBpm;
        if (_direction.Brief.Bpm is null)
        {
            foreach (var factor in (double[])[1.1, 1.2, 1.3, 1.4])
            {
                if (Try(lyrics, kept, seconds, fastest * factor, tight: true) is { } plan)
                {
                    return plan;
                }
            }
        }

        var bars = Fit(lyrics, kept, fastest, tight: true).Sum(section => section.Bars);
        throw new LyricsDoNotFitException(_clock.SecondsFor(bars, fastest) / _window.Share);
    }

    private ImmutableArray<PlannedSection> Fit(
        ImmutableArray<LyricSection> lyrics,
        ImmutableArray<int> kept,
        double bpm,
        bool tight
    ) =>
        [
            .. kept.Select(index =>
                {
                    var (lines, bars) = _fitter.Fit(lyrics[index], bpm, tight);
                    return new PlannedSection(lyrics[index].Kind, lines, bars, index);
                })
                .Where(Belongs)
                .SkipWhile(section => !section.IsSung && !_direction.Brief.Begins),
        ];

    private static ImmutableArray<int> All(ImmutableArray<LyricSection> lyrics) =>
        [.. Enumerable.Range(0, lyrics.Length)];

    // In the middle of a song there is no beginning and no end.
    private bool Belongs(PlannedSection section) =>
        section.IsSung
        || ((section.Kind != "intro" || _direction.Brief.Begins) && (section.Kind != "outro" || _direction.Brief.Ends));

    /// <summary>The last section that repeats an earlier one; without any, the last of all but the only one that is sung.</summary>
    /// <param name="lyrics">All sections.</param>
    /// <param name="kept">Those that are left.</param>
    /// <param name="late">True to keep what comes last: the first section goes.</param>
    internal static ImmutableArray<int> DropOne(
        ImmutableArray<LyricSection> lyrics,
        ImmutableArray<int> kept,
        bool late = false
    )
    {
        string Text(int position) => string.Join('\n', lyrics[kept[position]].Written);
        if (late && lyrics[kept[0]].IsInstrumental || late && kept.Count(index => !lyrics[index].IsInstrumental) > 1)
        {
            return kept.RemoveAt(0);
        }

        for (var i = kept.Length - 1; i > 0; i--)
        {
            if (Enumerable.Range(0, i).Any(earlier => Text(earlier) == Text(i)))
            {
                return kept.RemoveAt(i);
            }
        }

        var sung = kept.Where(index => !lyrics[index].IsInstrumental).ToList();
        var last = kept.Length - 1;
        return kept.RemoveAt(sung.Count == 1 && sung[0] == kept[last] ? last - 1 : last);
    }

    // The preferred tempo first, then ever further away from it.
    private IEnumerable<double> Tempos()
    {
        yield return _direction.PreferredBpm;
        if (_direction.FastestBpm <= _direction.SlowestBpm)
        {
            yield break;
        }

        for (var step = 1; step <= 4; step++)
        {
            yield return _direction.PreferredBpm + (_direction.FastestBpm - _direction.PreferredBpm) * step / 4;
        }
    }

    private (double Bpm, int Bars) Closest(double seconds) =>
        (_direction.PreferredBpm, Math.Max(0, _clock.Bars(seconds, _direction.PreferredBpm)));
}
