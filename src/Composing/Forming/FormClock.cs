using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Turns bars into exact seconds: bars, then the last chord, then its ring-out. The tempo is nudged inside the allowed range so that
/// the ring-out has its usual length; what the range does not allow, the ring-out takes.
/// </summary>
internal sealed class FormClock
{
    /// <summary>The ending of a clip that is not its song's end: everybody stops where the next bar would begin.</summary>
    public const string Cut = "cut";
    private const double UsualTail = 1.8;
    private const double CutTail = 0.5;
    private const double LeastTail = 0.35;
    private const double SilenceSaved = 1.5;
    private readonly Direction _direction;
    private readonly string _ending;

    public FormClock(Direction direction, RandomStream random)
    {
        _direction = direction;
        var ending = random.Pick(direction.Style.Form.Endings);
        _ending = direction.Brief.Ends ? ending : Cut;
    }

    private int PulseTicks => _direction.Meter.TicksPerPulse;

    // A ringing last chord is held for a bar, a short one for a pulse.
    private int LastChordPulses =>
        _ending switch
        {
            Cut => 0,
            "hit" => 1,
            _ => _direction.Pulses,
        };

    private double RingOut => _ending == Cut ? CutTail : UsualTail;

    /// <summary>Whole bars that fit before the last chord.</summary>
    public int Bars(double seconds, double bpm)
    {
        var free = (seconds - Tail(seconds)) * bpm / 60 - LastPulses(seconds);
        var slack = _direction.FastestBpm > _direction.SlowestBpm ? 0.5 : 0;
        return (int)Math.Floor(free / _direction.Pulses + slack);
    }

    /// <summary>Seconds that so many bars and an ending take.</summary>
    public double SecondsFor(int bars, double bpm) => (bars * _direction.Pulses + LastChordPulses) * 60 / bpm + 1.2;

    /// <summary>The form at a tempo, the preferred one when none is given, as long as it comes.</summary>
    public FormPlan Natural(ImmutableArray<PlannedSection> sections, double? bpm = null)
    {
        var bars = sections.Sum(section => section.Bars);
        var tempo = bpm ?? _direction.PreferredBpm;
        return Build(sections, bars * _direction.Pulses, LastChordPulses, tempo, NaturalSeconds(bars, tempo));
    }

    /// <summary>Seconds that so many bars, the last chord and its usual ring-out last.</summary>
    public double NaturalSeconds(int bars, double bpm) => SecondsOf(bars * _direction.Pulses, bpm) + RingOut;

    /// <summary>The tempo at which so many bars and their ending fill the seconds.</summary>
    public double BpmFor(int bars, double seconds) =>
        PulseTime(bars * _direction.Pulses, LastPulses(seconds)) * 60 / (seconds - Tail(seconds));

    /// <summary>The slowest tempo at which so many bars and their ending are over in the seconds.</summary>
    public double SlowestFor(int bars, double seconds) =>
        PulseTime(bars * _direction.Pulses, LastPulses(seconds)) * 60 / Math.Max(0.01, seconds - LeastTail);

    /// <summary>The form in exactly <paramref name="seconds"/>.</summary>
    public FormPlan Fit(ImmutableArray<PlannedSection> sections, double seconds, double nearBpm) =>
        FitWithin(sections, seconds, _direction.SlowestBpm, _direction.FastestBpm, nearBpm);

    /// <summary>The form in exactly <paramref name="seconds"/>, its tempo between two others.</summary>
    public FormPlan FitWithin(
        ImmutableArray<PlannedSection> sections,
        double seconds,
        double slowest,
        double fastest,
        double nearBpm
    )
    {
        var pulses = sections.Sum(section => section.Bars) * _direction.Pulses;
        var last = LastPulses(seconds);
        if (pulses == 0)
        {
            return Jingle(sections, seconds, nearBpm);
        }

        var music = seconds - Tail(seconds);
        var exact = PulseTime(pulses, last) * 60 / music;
        var bpm = Math.Clamp(exact, slowest, fastest);
        bpm = Math.Max(bpm, PulseTime(pulses, last) * 60 / (seconds - Math.Min(LeastTail, Tail(seconds))));
        var (whole, until) = Until(sections, pulses, seconds, bpm);
        return Build(whole, until, last, bpm, seconds);
    }

    // A clip that breaks off has music to its last beat.
    private (ImmutableArray<PlannedSection> Sections, int Pulses) Until(
        ImmutableArray<PlannedSection> sections,
        int pulses,
        double seconds,
        double bpm
    )
    {
        var more = _ending == Cut ? (int)Math.Floor((seconds - LeastTail) * bpm / 60 + 1e-6) - pulses : 0;
        if (more <= 0)
        {
            return (sections, pulses);
        }

        var longer = sections[^1] with
        {
            Bars = sections[^1].Bars + (more + _direction.Pulses - 1) / _direction.Pulses,
        };
        return (sections.SetItem(sections.Length - 1, longer), pulses + more);
    }

    /// <summary>Most whole bars that are over, ending and ring-out included, in the seconds.</summary>
    public int BarsWithin(double seconds, double bpm)
    {
        var bars = Bars(seconds, bpm);
        while (bars > 0 && PulseTime(bars * _direction.Pulses, LastPulses(seconds)) * 60 / bpm + LeastTail > seconds)
        {
            bars--;
        }

        return bars;
    }

    /// <summary>A form whose bars before <paramref name="from"/> stand with their tempos; the others go on at the tempo it has there.</summary>
    /// <param name="sections">The whole form.</param>
    /// <param name="stands">The tempos that stand.</param>
    /// <param name="from">The first tick of what is new.</param>
    /// <param name="bpm">Pulses a minute there.</param>
    /// <param name="seconds">Length of what is new; null is as long as it comes.</param>
    public FormPlan GoOn(
        ImmutableArray<PlannedSection> sections,
        ImmutableArray<TempoChange> stands,
        int from,
        double bpm,
        double? seconds
    )
    {
        var stood = from / PulseTicks;
        var bars = sections.Sum(section => section.Bars) * _direction.Pulses;
        var (whole, pulses) = Until(sections, bars - stood, seconds ?? 0, bpm);
        var end = (stood + pulses) * PulseTicks;
        var last = LastPulses(seconds ?? double.MaxValue) * PulseTicks;
        var slowing = Slowing((end - from) / PulseTicks);
        var quarters = bpm * PulseTicks / Ticks.PerQuarter;
        ImmutableArray<TempoChange> tempos =
        [
            .. stands.Where(change => change.Tick < from),
            .. slowing.Select(step => new TempoChange(end - step.Before * PulseTicks, quarters * step.Factor)),
        ];
        var map = new TimeMap(tempos);
        var natural = map.SecondsAt(end + last) + RingOut;
        var asked = map.SecondsAt(from) + seconds ?? natural;
        // After a short last chord there is nothing to hear: better a little too short than seconds of silence.
        var length = _ending == "hit" ? Math.Clamp(natural, asked - SilenceSaved, asked) : asked;
        return new FormPlan(whole, bpm, tempos, _ending, end, Math.Max(PulseTicks, last), length);
    }

    // Less than a bar: a few pulses and a chord.
    private FormPlan Jingle(ImmutableArray<PlannedSection> sections, double seconds, double bpm)
    {
        // A tempo that was asked for stays, even when only the last chord is left of the jingle.
        var tail = _direction.Brief.Bpm is null ? Tail(seconds) : Math.Min(LeastTail, Tail(seconds));
        var last = _ending == Cut ? 0 : 1;
        var pulses = (int)Math.Floor((seconds - tail) * bpm / 60) - last;
        pulses = Math.Max(_direction.Brief.Bpm is null ? 1 : 0, pulses);
        var exact = _direction.Brief.Bpm ?? (pulses + last) * 60 / (seconds - tail);
        var kept = sections.IsEmpty ? [new PlannedSection("chorus", [], 1, -1, 0.7)] : sections;
        return Build([kept[0] with { Bars = 1 }], pulses, last, exact, seconds);
    }

    private double Tail(double seconds) => Math.Min(RingOut, 0.25 * seconds);

    private int LastPulses(double seconds) => seconds < 10 && _ending != Cut ? 1 : LastChordPulses;

    private FormPlan Build(
        ImmutableArray<PlannedSection> sections,
        int pulses,
        int lastPulses,
        double bpm,
        double seconds
    )
    {
        var quarters = (double)PulseTicks / Ticks.PerQuarter;
        var end = pulses * PulseTicks;
        var tempos = ImmutableArray.CreateBuilder<TempoChange>();
        tempos.Add(new TempoChange(0, bpm * quarters));
        foreach (var (before, factor) in Slowing(pulses))
        {
            tempos.Add(new TempoChange(end - before * PulseTicks, bpm * quarters * factor));
        }

        return new FormPlan(
            sections,
            bpm,
            tempos.ToImmutable(),
            _ending,
            end,
            Math.Max(1, lastPulses) * PulseTicks,
            seconds
        );
    }

    // Two bars that slow down; none for other endings, short songs or a tempo that was asked for.
    private (int Before, double Factor)[] Slowing(int pulses) =>
        _ending == "ritard" && pulses > 8 * _direction.Pulses && _direction.Brief.Bpm is null
            ? [(2 * _direction.Pulses, 0.96), (_direction.Pulses, 0.88), (Math.Max(1, _direction.Pulses / 2), 0.8)]
            : [];

    private double SecondsOf(int pulses, double bpm) => PulseTime(pulses, LastChordPulses) * 60 / bpm;

    // Pulses at full tempo that last as long as these do with the slowing.
    private double PulseTime(int pulses, int last)
    {
        var slowing = Slowing(pulses);
        if (slowing.Length == 0)
        {
            return pulses + last;
        }

        var time = (double)(pulses - slowing[0].Before);
        for (var i = 0; i < slowing.Length; i++)
        {
            var until = i + 1 < slowing.Length ? slowing[i + 1].Before : -last;
            time += (slowing[i].Before - until) / slowing[i].Factor;
        }

        return time;
    }
}
