using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>Keeps sound of unknown length in pieces, and joins them when the length is known.</summary>
internal sealed class FrameStore
{
    private readonly Queue<(float[] Left, float[] Right)> _pieces = new();
    private int _frames;

    /// <summary>Appends a block.</summary>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        _pieces.Enqueue((left.ToArray(), right.ToArray()));
        _frames += left.Length;
    }

    /// <summary>All of it; the pieces are given up one by one.</summary>
    public AudioBuffer ToBuffer()
    {
        var buffer = new AudioBuffer(_frames);
        for (var at = 0; _pieces.TryDequeue(out var piece); at += piece.Left.Length)
        {
            piece.Left.CopyTo(buffer.Left.AsSpan(at));
            piece.Right.CopyTo(buffer.Right.AsSpan(at));
        }

        return buffer;
    }
}
