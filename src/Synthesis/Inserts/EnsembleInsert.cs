namespace Troubadour.Synthesis;

/// <summary>
/// The ensemble of string machines: three delays a channel whose distances move slowly and, a little, fast, a third of a turn apart.
/// </summary>
internal sealed class EnsembleInsert(InsertSheet sheet, int rate) : Insert
{
    private const int Run = Oscillator.MostFrames;
    private const double Fast = 6.1;
    private readonly DelayTap _left = new();
    private readonly DelayTap _right = new();
    private readonly BottomCut _cut = new(120, rate);
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
            Channel(_right, right.Slice(at, Run), start + at, 1.0 / 6, 1);
        }
    }

    private void Channel(DelayTap tap, Span<float> samples, long frame, double offset, int side)
    {
        var wet = _wet.AsSpan();
        wet.Clear();
        tap.Write(samples);
        for (var i = 0; i < 3; i++)
        {
            var place = offset + i / 3.0;
            tap.Add(wet, Distance(frame, place), Distance(frame + Run, place), 0.5f);
        }

        _cut.Process(wet, side);
        var mix = (float)sheet.Mix;
        for (var i = 0; i < Run; i++)
        {
            samples[i] = samples[i] * (1 - 0.55f * mix) + wet[i] * mix;
        }
    }

    private double Distance(long frame, double place) =>
        rate
        * (
            0.009
            + 0.0032 * sheet.Depth * Sine(frame, sheet.Rate, rate, place)
            + 0.00035 * sheet.Depth * Sine(frame, Fast, rate, place)
        );
}
