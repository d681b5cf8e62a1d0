namespace Troubadour.Separation;

/// <summary>Overlaps and adds frames of some parts, gives finished blocks away, and with them one more: what is left of the sound.</summary>
internal sealed class StemAdder(int masked)
{
    private readonly float[] _mixLeft = new float[FrameRing.Capacity * Grid.Hop];
    private readonly float[] _mixRight = new float[FrameRing.Capacity * Grid.Hop];
    private readonly float[] _restLeft = new float[Grid.Hop];
    private readonly float[] _restRight = new float[Grid.Hop];

    /// <summary>Left samples of the parts, 4,096 each, from the block that is given next.</summary>
    public float[][] Left { get; } = Buffers(masked);

    /// <summary>Right samples of the parts.</summary>
    public float[][] Right { get; } = Buffers(masked);

    /// <summary>Keeps a block of the sound.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="left">1,024 samples.</param>
    /// <param name="right">As many.</param>
    public void Keep(long block, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        left.CopyTo(_mixLeft.AsSpan(Slot(block)));
        right.CopyTo(_mixRight.AsSpan(Slot(block)));
    }

    /// <summary>Gives a finished block away and moves on by one.</summary>
    /// <param name="block">Its number.</param>
    /// <param name="length">Samples of it that belong to the song; 0 gives nothing.</param>
    /// <param name="sink">Who takes it.</param>
    public void Give(long block, int length, IPartSink sink)
    {
        if (length > 0)
        {
            var slot = Slot(block);
            Rest(_mixLeft.AsSpan(slot, length), Left, _restLeft);
            Rest(_mixRight.AsSpan(slot, length), Right, _restRight);
            for (var stem = 0; stem < masked; stem++)
            {
                sink.Write(stem, Left[stem].AsSpan(0, length), Right[stem].AsSpan(0, length));
            }

            sink.Write(masked, _restLeft.AsSpan(0, length), _restRight.AsSpan(0, length));
        }

        Shift(Left);
        Shift(Right);
    }

    private static void Rest(ReadOnlySpan<float> mix, float[][] stems, Span<float> rest)
    {
        for (var i = 0; i < mix.Length; i++)
        {
            var sum = 0f;
            foreach (var stem in stems)
            {
                sum += stem[i];
            }

            rest[i] = mix[i] - sum;
        }
    }

    private static void Shift(float[][] stems)
    {
        foreach (var stem in stems)
        {
            stem.AsSpan(Grid.Hop).CopyTo(stem);
            stem.AsSpan(Grid.Fft - Grid.Hop).Clear();
        }
    }

    private static float[][] Buffers(int count) => [.. Enumerable.Range(0, count).Select(_ => new float[Grid.Fft])];

    private static int Slot(long block) => (int)(block & (FrameRing.Capacity - 1)) * Grid.Hop;
}
