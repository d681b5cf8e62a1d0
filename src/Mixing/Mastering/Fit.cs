using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// How loud a sound may be beside another that stays as it is. The peak of both together, as a function of the one's gain, is a largest of
/// straight lines' magnitudes and so convex: where silence is allowed, all gains up to a largest one are, and halving finds it.
/// </summary>
internal static class Fit
{
    private const int Halvings = 11;

    /// <summary>The largest gain, 1 at most, with which a block's true peak stays at a top; 0 if not even silence does.</summary>
    public static float Of(SegmentWindow held, SegmentWindow live, int block, float top)
    {
        if (Peak(held, live, block, 1) <= top)
        {
            return 1;
        }

        var (low, high) = (0f, 1f);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = 0.5f * (low + high);
            (low, high) = Peak(held, live, block, middle) <= top ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The true peak of a block with the live sound at some gain.</summary>
    public static float Peak(SegmentWindow held, SegmentWindow live, int block, float gain) =>
        Math.Max(Peak(held.Left(block), live.Left(block), gain), Peak(held.Right(block), live.Right(block), gain));

    private static float Peak(ReadOnlySpan<float> held, ReadOnlySpan<float> live, float gain)
    {
        Span<float> sum = stackalloc float[held.Length];
        held.CopyTo(sum);
        Kernels.AddScaled(sum, live, gain);
        return TruePeak.Of(sum);
    }
}
