using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>
/// Gives beats their ticks: downbeats lie on bar lines, and the beats of a bar that has as many as the metre asks for on its beats. Where beats
/// were lost for a while, time says how many bars have passed.
/// </summary>
internal sealed class BarAnchors
{
    private const double Lost = 2.5;
    private const double SlowestLead = 2;
    private const double FastestLead = 0.5;

    private readonly IReadOnlyList<Pulse> _pulses;
    private readonly Meter _meter;
    private readonly int _perBar;
    private readonly double _gap;
    private readonly List<Anchor> _anchors = [new(0, 0)];

    private BarAnchors(IReadOnlyList<Pulse> pulses, Meter meter)
    {
        (_pulses, _meter) = (pulses, meter);
        _perBar = Math.Max(1, meter.TicksPerBar / meter.TicksPerPulse);
        _gap = PulseList.Gap(pulses);
    }

    /// <summary>The anchors in rising time, the first one at tick 0 and second 0.</summary>
    /// <param name="pulses">At least two beats, with a downbeat among them.</param>
    /// <param name="meter">The time signature.</param>
    public static IReadOnlyList<Anchor> Of(IReadOnlyList<Pulse> pulses, Meter meter)
    {
        var made = new BarAnchors(pulses, meter);
        var first = made.First();
        var (at, tick) = made.LeadIn(first);
        for (var next = made.Next(at); next >= 0; next = made.Next(at))
        {
            tick = made.Bar(at, next, tick);
            at = next;
        }

        made.GoOn(at, tick);
        return made._anchors;
    }

    private int First()
    {
        var first = 0;
        while (!_pulses[first].IsDownbeat)
        {
            first++;
        }

        return first;
    }

    private int Next(int from)
    {
        for (var i = from + 1; i < _pulses.Count; i++)
        {
            if (_pulses[i].IsDownbeat)
            {
                return i;
            }
        }

        return -1;
    }

    // Whole bars up to the first downbeat; where it comes early, it is the start and its beat is longer.
    private (int At, int Tick) LeadIn(int first)
    {
        var second = _pulses[first].Second;
        var bars = (int)Math.Round(second / BarSeconds(first), MidpointRounding.AwayFromZero);
        if (bars == 0 || second <= 0)
        {
            return (first, 0);
        }

        var tick = bars * _meter.TicksPerBar;
        var pickup = Pickup(first, tick);
        _anchors.AddRange(Fits(pickup) ? pickup : []);
        _anchors.Add(new(tick, second));
        return (first, tick);
    }

    private double BarSeconds(int first)
    {
        var next = Next(first);
        return next == first + _perBar ? _pulses[next].Second - _pulses[first].Second : _gap * _perBar;
    }

    private List<Anchor> Pickup(int first, int tick)
    {
        var anchors = new List<Anchor>();
        for (var i = first - 1; i >= 0; i--)
        {
            tick -= Beats(_pulses[i + 1].Second - _pulses[i].Second) * _meter.TicksPerPulse;
            anchors.Insert(0, new(tick, _pulses[i].Second));
        }

        return anchors;
    }

    private bool Fits(List<Anchor> pickup)
    {
        if (pickup.Count == 0 || pickup[0].Tick <= 0 || pickup[0].Second <= 0)
        {
            return false;
        }

        var ratio = pickup[0].Second / pickup[0].Tick * _meter.TicksPerPulse / _gap;
        return ratio is >= FastestLead and <= SlowestLead;
    }

    private int Bar(int from, int to, int tick)
    {
        var (beats, seconds) = (to - from, _pulses[to].Second - _pulses[from].Second);
        if (beats % _perBar == 0 && seconds / beats < Lost * _gap)
        {
            for (var i = 1; i <= beats; i++)
            {
                _anchors.Add(new(tick + i * _meter.TicksPerPulse, _pulses[from + i].Second));
            }

            return tick + beats * _meter.TicksPerPulse;
        }

        var bars = Math.Max(1, (int)Math.Round(seconds / (_gap * _perBar), MidpointRounding.AwayFromZero));
        tick += bars * _meter.TicksPerBar;
        _anchors.Add(new(tick, _pulses[to].Second));
        return tick;
    }

    private void GoOn(int last, int tick)
    {
        for (var i = last + 1; i < _pulses.Count; i++)
        {
            tick += Beats(_pulses[i].Second - _pulses[i - 1].Second) * _meter.TicksPerPulse;
            _anchors.Add(new(tick, _pulses[i].Second));
        }
    }

    private int Beats(double seconds) =>
        seconds < Lost * _gap ? 1 : (int)Math.Round(seconds / _gap, MidpointRounding.AwayFromZero);
}
