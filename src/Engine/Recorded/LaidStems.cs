using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>Stems of a mix over which a recording is laid: what is played gives way to it, and it is a stem of its own.</summary>
/// <param name="inner">Takes the stems.</param>
/// <param name="window">How it is laid.</param>
internal sealed class LaidStems(IStemSink inner, TapeWindow window) : IStemSink
{
    private const int Block = 8192;
    private readonly float[] _left = new float[Block];
    private readonly float[] _right = new float[Block];
    private string _stem = "";
    private int _at;

    /// <inheritdoc />
    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (_stem != stemId)
        {
            (_stem, _at) = (stemId, 0);
        }

        for (var start = 0; start < left.Length; start += Block)
        {
            var count = Math.Min(Block, left.Length - start);
            left.Slice(start, count).CopyTo(_left);
            right.Slice(start, count).CopyTo(_right);
            window.Soften(_at, _left.AsSpan(0, count), _right.AsSpan(0, count));
            inner.Write(stemId, _left.AsSpan(0, count), _right.AsSpan(0, count));
            _at += count;
        }
    }

    /// <summary>Gives the recording.</summary>
    /// <param name="frames">The clip's length.</param>
    public void Finish(int frames)
    {
        for (var at = 0; at < frames; at += Block)
        {
            var count = Math.Min(Block, frames - at);
            window.Read(at, _left.AsSpan(0, count), _right.AsSpan(0, count));
            inner.Write(StemMap.Recording, _left.AsSpan(0, count), _right.AsSpan(0, count));
        }
    }
}
