namespace Troubadour.Synthesis;

/// <summary>
/// The ensemble of string machines: three delays a channel whose distances move slowly and, a little, fast, a third of a turn apart.
/// </summary>
internal sealed class EnsembleInsert(InsertSheet sheet, int rate) : DelayInsert(120, 1.0 / 6, rate)
{
    private const double Fast = 6.1;

    /// <inheritdoc/>
    protected override void Add(DelayTap tap, Span<float> wet, long frame, double offset)
    {
        for (var i = 0; i < 3; i++)
        {
            var place = offset + i / 3.0;
            tap.Add(wet, Distance(frame, place), Distance(frame + Run, place), 0.5f);
        }
    }

    /// <inheritdoc/>
    protected override void Mix(Span<float> samples, ReadOnlySpan<float> wet)
    {
        var mix = (float)sheet.Mix;
        for (var i = 0; i < Run; i++)
        {
            samples[i] = samples[i] * (1 - 0.55f * mix) + wet[i] * mix;
        }
    }

    private double Distance(long frame, double place) =>
        Rate
        * (
            0.009
            + 0.0032 * sheet.Depth * Sine(frame, sheet.Rate, Rate, place)
            + 0.00035 * sheet.Depth * Sine(frame, Fast, Rate, place)
        );
}
