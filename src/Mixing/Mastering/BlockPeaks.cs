using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Reads the true peaks of a sound under a curve, a stretch of limiter blocks at a time.</summary>
internal static class BlockPeaks
{
    /// <summary>The most blocks of a stretch: so many that its frames stay in the processor's cache.</summary>
    public const int Most = 64;

    private const int Margin = 2 * Limiter.Block;
    private const int Early = TruePeak.Before + 1;

    /// <summary>Finds the peaks of the blocks from the first one on.</summary>
    public static void Read(AudioBuffer sound, MasterCurve curve, int first, Span<float> peaks)
    {
        var start = first * Limiter.Block;
        var length = peaks.Length * Limiter.Block + 2 * Margin;
        Span<float> left = stackalloc float[length];
        Span<float> right = stackalloc float[length];
        var from = Math.Max(0, start - Margin);
        var to = Math.Min(sound.Length, start - Margin + length);
        var (at, count) = (from - start + Margin, to - from);
        sound.Left.AsSpan(from, count).CopyTo(left[at..]);
        sound.Right.AsSpan(from, count).CopyTo(right[at..]);
        Clear(left, at, count);
        Clear(right, at, count);
        curve.Apply(from, left.Slice(at, count), right.Slice(at, count));
        peaks.Clear();
        TruePeak.Blocks(left[(Margin - Early)..], Limiter.Block, peaks);
        TruePeak.Blocks(right[(Margin - Early)..], Limiter.Block, peaks);
    }

    private static void Clear(Span<float> samples, int at, int count)
    {
        samples[..at].Clear();
        samples[(at + count)..].Clear();
    }
}
