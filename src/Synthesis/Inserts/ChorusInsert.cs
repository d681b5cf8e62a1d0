namespace Troubadour.Synthesis;

/// <summary>
/// Two moving delays, one a channel, in opposite directions. What is added has no bottom, so that it stays in the middle.
/// </summary>
internal sealed class ChorusInsert(InsertSheet sheet, int rate) : DelayInsert(180, 0.5, rate)
{
    /// <inheritdoc/>
    protected override void Add(DelayTap tap, Span<float> wet, long frame, double offset)
    {
        tap.Add(wet, Distance(frame, offset), Distance(frame + Run, offset), 1);
    }

    /// <inheritdoc/>
    protected override void Mix(Span<float> samples, ReadOnlySpan<float> wet)
    {
        var mix = (float)(sheet.Mix * 0.5);
        for (var i = 0; i < Run; i++)
        {
            samples[i] = samples[i] * (1 - mix * 0.5f) + wet[i] * mix * 1.4f;
        }
    }

    /// <summary>Frames: 7 ms, and up to 4 around it.</summary>
    private double Distance(long frame, double offset) =>
        Rate * (0.007 + 0.004 * sheet.Depth * Sine(frame, sheet.Rate, Rate, offset));
}
