namespace Troubadour.Analysis;

/// <summary>
/// The bar-pointer model: hidden are the length of the beat in whole frames, the place in it and the beat's place in the bar; the length
/// may change where a beat begins (F. Krebs, S. Böck and G. Widmer 2015, "An efficient state-space model for joint tempo and meter tracking").
/// As nothing but the pointer moves within a beat, whole beats are taken as steps of the Viterbi search.
/// </summary>
internal sealed class BarPointer
{
    private const double StepCost = 1.2;
    private const int MostStep = 3;

    private readonly PulseEvidence _evidence;
    private readonly BarModel _model;
    private readonly int _shortest;
    private readonly int _lengths;
    private readonly int _states;
    private readonly double[][] _ring;
    private readonly sbyte[] _steps;

    private BarPointer(PulseEvidence evidence, BarModel model, int shortest, int longest)
    {
        (_evidence, _model, _shortest, _lengths) = (evidence, model, shortest, longest - shortest + 1);
        _states = _lengths * model.Pulses;
        _ring = new double[longest + 1][];
        for (var k = 0; k < _ring.Length; k++)
        {
            _ring[k] = new double[_states];
        }

        _steps = new sbyte[evidence.Count * _states];
    }

    /// <summary>The best beats with lengths in a range of frames.</summary>
    public static BeatPath Track(
        PulseEvidence evidence,
        BarModel model,
        int shortest,
        int longest,
        CancellationToken cancellation
    )
    {
        var pointer = new BarPointer(evidence, model, shortest, longest);
        var quality = new BeatQuality(evidence, model);
        for (var frame = 0; frame < evidence.Count; frame++)
        {
            if (frame % 1000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            pointer.Step(frame, quality);
        }

        return pointer.Back();
    }

    // The ring's row of a frame holds the best score at the END of a beat that begins there, by length and place.
    private void Step(int frame, BeatQuality quality)
    {
        var row = _ring[frame % _ring.Length];
        Span<double> worth = stackalloc double[_model.Pulses];
        for (var l = 0; l < _lengths; l++)
        {
            quality.Of(frame, _shortest + l, worth);
            for (var b = 0; b < _model.Pulses; b++)
            {
                var (start, step) = Best(frame, l, (b + _model.Pulses - 1) % _model.Pulses);
                row[l * _model.Pulses + b] = start + (_shortest + l) * worth[b];
                _steps[frame * _states + l * _model.Pulses + b] = (sbyte)step;
            }
        }
    }

    private (double Score, int Step) Best(int frame, int length, int before)
    {
        var (best, bestStep) = (double.NegativeInfinity, 0);
        for (var step = -MostStep; step <= MostStep; step++)
        {
            var from = length + step;
            if (from < 0 || from >= _lengths)
            {
                continue;
            }

            // A beat that began before the sound costs nothing and gives nothing.
            var at = frame - _shortest - from;
            var score = at < 0 ? 0 : _ring[at % _ring.Length][from * _model.Pulses + before];
            score -= StepCost * step * step;
            if (score > best)
            {
                (best, bestStep) = (score, step);
            }
        }

        return (best, bestStep);
    }

    private BeatPath Back()
    {
        var (frame, state, best) = (0, 0, double.NegativeInfinity);
        for (var back = 0; back < Math.Min(_evidence.Count, _shortest + _lengths - 1); back++)
        {
            var at = _evidence.Count - 1 - back;
            for (var s = 0; s < _states; s++)
            {
                // Only beats that reach past the sound's end.
                if (at + _shortest + s / _model.Pulses >= _evidence.Count && _ring[at % _ring.Length][s] > best)
                {
                    (frame, state, best) = (at, s, _ring[at % _ring.Length][s]);
                }
            }
        }

        var (frames, positions) = (new List<int>(), new List<int>());
        while (frame >= 0)
        {
            frames.Add(frame);
            positions.Add(state % _model.Pulses);
            var length = state / _model.Pulses + _steps[frame * _states + state];
            var place = (state + _model.Pulses - 1) % _model.Pulses;
            state = length * _model.Pulses + place;
            frame -= _shortest + length;
        }

        frames.Reverse();
        positions.Reverse();
        return new(_model, [.. frames], [.. positions], best / Math.Max(1, _evidence.Count));
    }
}
