namespace Troubadour.Analysis;

/// <summary>How well a beat of a length fits at a frame, for each place in the bar: onsets on it and on its parts against what lies between.</summary>
internal sealed class BeatQuality(PulseEvidence evidence, BarModel model)
{
    private const double OnBeat = 1;
    private const double Between = 1.1;
    private const double OnPart = 0.35;
    private const double LowOnBeat = 0.3;
    private const double Bass = 0.25;
    private const double Harmony = 0.65;
    private const double Backbeat = 0.25;

    /// <summary>Writes one value for each place in the bar.</summary>
    public void Of(int frame, int length, Span<double> worth)
    {
        var on = PulseEvidence.At(evidence.Onset, frame);
        var rest = evidence.Mean(frame + length / 8, frame + length - length / 8);
        var (low, high) = (PulseEvidence.At(evidence.Low, frame), PulseEvidence.At(evidence.High, frame));
        var offLow = PulseEvidence.At(evidence.Low, frame + (length + 1) / 2);
        var common = OnBeat * on - Between * rest + OnPart * Parts(frame, length) + LowOnBeat * (low - offLow);
        var down = Bass * low + Harmony * PulseEvidence.At(evidence.Change, frame);
        var others = Math.Max(1, model.Pulses - 1);
        for (var b = 0; b < worth.Length; b++)
        {
            worth[b] = common + (b == 0 ? down : -down / others);
        }

        if (model.Pulses is 2 or 4)
        {
            var snare = Backbeat * (high - low);
            for (var b = 0; b < model.Pulses; b++)
            {
                worth[b] += b % 2 == 1 ? snare : -snare;
            }
        }
    }

    private double Parts(int frame, int length)
    {
        var half = PulseEvidence.At(evidence.Onset, frame + (length + 1) / 2);
        var thirds =
            0.5
            * (
                PulseEvidence.At(evidence.Onset, frame + (length + 1) / 3)
                + PulseEvidence.At(evidence.Onset, frame + (2 * length + 1) / 3)
            );
        return model.Division == 3 ? thirds - half : half - 0.5 * thirds;
    }
}
