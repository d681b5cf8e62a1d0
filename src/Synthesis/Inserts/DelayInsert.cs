namespace Troubadour.Synthesis;

/// <summary>
/// A moving delay for each channel, whose sound is added without its bottom, so that the bottom stays in the middle.
/// </summary>
/// <param name="cutHz">Under which the delayed sound has nothing.</param>
/// <param name="apart">How far, in turns, the right channel's motion is from the left one's.</param>
/// <param name="rate">Hz.</param>
internal abstract class DelayInsert(double cutHz, double apart, int rate) : Insert
{
    protected const int Run = Oscillator.MostFrames;
    private readonly DelayTap _left = new();
    private readonly DelayTap _right = new();
    private readonly BottomCut _cut = new(cutHz, rate);
    private readonly float[] _wet = new float[Run];

    /// <summary>Hz.</summary>
    protected int Rate { get; } = rate;

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
            Channel(_right, right.Slice(at, Run), start + at, apart, 1);
        }
    }

    /// <summary>Adds what the delay gives to silence.</summary>
    protected abstract void Add(DelayTap tap, Span<float> wet, long frame, double offset);

    /// <summary>Lays the delayed sound over the other.</summary>
    protected abstract void Mix(Span<float> samples, ReadOnlySpan<float> wet);

    private void Channel(DelayTap tap, Span<float> samples, long frame, double offset, int side)
    {
        var wet = _wet.AsSpan();
        wet.Clear();
        tap.Write(samples);
        Add(tap, wet, frame, offset);
        _cut.Process(wet, side);
        Mix(samples, wet);
    }
}
