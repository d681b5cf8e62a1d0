using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Moves the level of both channels together, or from side to side.</summary>
internal sealed class TremoloInsert(InsertSheet sheet, int rate) : Insert
{
    private const int Run = Oscillator.MostFrames;

    /// <inheritdoc/>
    public override void Reset() { }

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right)
    {
        var (l, r) = Gains(start);
        for (var at = 0; at < left.Length; at += Run)
        {
            var (toLeft, toRight) = Gains(start + at + Run);
            var (slopeLeft, slopeRight) = ((toLeft - l) / Run, (toRight - r) / Run);
            for (var i = 0; i < Run; i++)
            {
                left[at + i] *= l + slopeLeft * i;
                right[at + i] *= r + slopeRight * i;
            }

            (l, r) = (toLeft, toRight);
        }
    }

    private (float Left, float Right) Gains(long frame)
    {
        var move = sheet.Depth * Sine(frame, sheet.Rate, rate, 0);
        if (sheet.Kind == InsertKind.Pan)
        {
            var (left, right) = Panning.Gains(move);
            return ((float)left, (float)right);
        }

        var gain = (float)(1 - sheet.Depth * 0.5 + move * 0.5);
        return (gain, gain);
    }
}
