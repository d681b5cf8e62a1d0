namespace Troubadour.Separation;

/// <summary>Collects stems in memory.</summary>
internal sealed class MemorySink(SeparatedSong song) : IStemSink
{
    private readonly int[] _written = new int[Grid.Stems];

    /// <inheritdoc/>
    public void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var at = _written[(int)stem];
        left.CopyTo(song[stem].Left.AsSpan(at));
        right.CopyTo(song[stem].Right.AsSpan(at));
        _written[(int)stem] = at + left.Length;
    }
}
