using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>A stretch of a sound with its surroundings, so that peaks between the samples of each of its blocks can be read.</summary>
internal sealed class SegmentWindow
{
    /// <summary>Frames of a segment.</summary>
    public const int Length = 1 << 16;

    // Two blocks on each side hold what the interpolation looks at.
    private const int Margin = 2 * Limiter.Block;

    // One point earlier as well, so that the gap before a block belongs to it too.
    private const int Early = TruePeak.Before + 1;
    private const int Around = Limiter.Block + 1 + TruePeak.Before + TruePeak.After;

    private readonly float[] _left;
    private readonly float[] _right;

    /// <summary>Copies a segment, under a curve if there is one.</summary>
    public SegmentWindow(AudioBuffer sound, int segment, MasterCurve? curve)
    {
        var start = segment * Length;
        Frames = Math.Min(Length, sound.Length - start);
        FirstBlock = start / Limiter.Block;
        var padded = (Frames + Limiter.Block - 1) / Limiter.Block * Limiter.Block;
        _left = new float[padded + 2 * Margin];
        _right = new float[padded + 2 * Margin];
        var from = Math.Max(0, start - Margin);
        var to = Math.Min(sound.Length, start + Frames + Margin);
        var left = _left.AsSpan(from - start + Margin, to - from);
        var right = _right.AsSpan(from - start + Margin, to - from);
        sound.Left.AsSpan(from, to - from).CopyTo(left);
        sound.Right.AsSpan(from, to - from).CopyTo(right);
        curve?.Apply(from, left, right);
    }

    /// <summary>Frames that it holds.</summary>
    public int Frames { get; }

    /// <summary>The song's block that its first frame starts.</summary>
    public int FirstBlock { get; }

    /// <summary>Blocks that it holds.</summary>
    public int Blocks => (Frames + Limiter.Block - 1) / Limiter.Block;

    /// <summary>Segments of a sound.</summary>
    public static int Count(AudioBuffer sound) => (sound.Length + Length - 1) / Length;

    /// <summary>What the true peak of a block is read from.</summary>
    public ReadOnlySpan<float> Left(int block) => _left.AsSpan(block * Limiter.Block + Margin - Early, Around);

    /// <summary>What the true peak of a block is read from.</summary>
    public ReadOnlySpan<float> Right(int block) => _right.AsSpan(block * Limiter.Block + Margin - Early, Around);

    /// <summary>The true peak of a block.</summary>
    public float Peak(int block) => Math.Max(TruePeak.Of(Left(block)), TruePeak.Of(Right(block)));
}
