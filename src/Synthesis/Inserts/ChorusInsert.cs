namespace Troubadour.Synthesis;

/// <summary>
/// Two moving delays, one a channel, in opposite directions. What is added has no bottom, so that it stays in the middle.
/// </summary>
internal sealed class ChorusInsert(InsertSheet sheet, int rate) : Insert
{
    private const int Run = Oscillator.MostFrames;
    private readonly DelayTap _left = new();
    private readonly DelayTap _right = new();
    private readonly BottomCut _cut = new(180, rate);
    private readonly float[] _wet = new float[Run];

    /// <inheritdoc/>
    public override int TailFrames => 2048;

    /// <inheritdoc/>
    public override void Reset()
    {
        _left.Reset();
        _right.Reset();
        _cut.Reset();
    }

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right)
    {
        for (var at = 0; at < left.Length; at += Run)
        {
            Channel(_left, left.Slice(at, Run), start + at, 0, 0);
            Channel(_right, right.Slice(at, Run), start + at, 0.5, 1);
        }
    }

    private void Channel(DelayTap tap, Span<float> samples, long frame, double offset, int side)
    {
        var wet = _wet.AsSpan();
        wet.Clear();
        tap.Write(samples);
        tap.Add(wet, Distance(frame, offset), Distance(frame + Run, offset), 1);
        _cut.Process(wet, side);
        var mix = (float)(sheet.Mix * 0.5);
        for (var i = 0; i < Run; i++)
        {
            samples[i] = samples[i] * (1 - mix * 0.5f) + wet[i] * mix * 1.4f;
        }
    }

    /// <summary>Frames: 7 ms, and up to 4 around it.</summary>
    private double Distance(long frame, double offset) =>
        rate * (0.007 + 0.004 * sheet.Depth * Sine(frame, sheet.Rate, rate, offset));
}
