using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>
/// Where a track's controllers stand in each run of a block, smoothed over about two milliseconds so that no step is heard. Where
/// nothing sounded before, they stand at once.
/// </summary>
internal sealed class ControlDesk
{
    private const double Smoothing = 0.35;
    private readonly ControlLane[] _lanes;
    private readonly double _tune;
    private readonly double[] _now = new double[7];
    private readonly double[] _target = new double[7];
    private readonly double[][] _runs = new double[7][];

    public ControlDesk(InstrumentTrack track, int rate)
    {
        _tune = track.TuneCents / 100;
        _lanes =
        [
            new(track, TimedControl.PitchBend, 8192, rate),
            new(track, 1, 0, rate),
            new(track, 74, 64, rate),
            new(track, 71, 64, rate),
            new(track, 7, 100, rate),
            new(track, 11, 127, rate),
            new(track, 10, 64, rate),
        ];
        for (var i = 0; i < _runs.Length; i++)
        {
            _runs[i] = new double[SynthPlayer.BlockFrames / Oscillator.MostFrames];
        }
    }

    /// <summary>Semitones, the track's tuning among them, at each run's end.</summary>
    public double[] Bend => _runs[0];

    /// <summary>0 to 1.</summary>
    public double[] Vibrato => _runs[1];

    /// <summary>Semitones of cutoff.</summary>
    public double[] Brightness => _runs[2];

    /// <summary>Added to resonances.</summary>
    public double[] Resonance => _runs[3];

    /// <summary>Gains of the channels at each run's end.</summary>
    public double[] Left => _runs[4];

    public double[] Right => _runs[5];

    /// <summary>The gains before the first run.</summary>
    public (double Left, double Right) Before { get; private set; }

    /// <summary>Reads the block that begins at a frame.</summary>
    /// <param name="start">The block's first frame.</param>
    /// <param name="at">Whether to stand at once.</param>
    public void Read(long start, bool at)
    {
        Before = (_now[4], _now[5]);
        for (var run = 0; run < _runs[0].Length; run++)
        {
            Aim(start + run * Oscillator.MostFrames);
            for (var i = 0; i < _now.Length; i++)
            {
                _now[i] = at && run == 0 ? _target[i] : _now[i] + (_target[i] - _now[i]) * Smoothing;
                _runs[i][run] = _now[i];
            }

            if (at && run == 0)
            {
                Before = (_now[4], _now[5]);
            }
        }
    }

    private void Aim(long frame)
    {
        _target[0] = _tune + (_lanes[0].At(frame) - 8192) * (2.0 / 8192);
        _target[1] = _lanes[1].At(frame) / 127.0;
        _target[2] = (_lanes[2].At(frame) - 64) * (36.0 / 64);
        _target[3] = (_lanes[3].At(frame) - 64) * (0.45 / 64);
        var (volume, expression) = (_lanes[4].At(frame) / 127.0, _lanes[5].At(frame) / 127.0);
        var gain = volume * volume * expression * expression;
        var pan = _lanes[6].At(frame);
        var (left, right) = Panning.Gains(pan == 0 ? -1 : (pan - 64) / 63.0);
        (_target[4], _target[5]) = (gain * left, gain * right);
    }
}
