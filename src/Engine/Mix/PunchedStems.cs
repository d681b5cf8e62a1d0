using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>Lays the stems of a stretch recorded anew over those that were there before.</summary>
internal sealed class PunchedStems(IStemSink inner, StemSpool before, PunchWindow window) : IStemSink
{
    private const int Block = 8192;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly float[] _left = new float[Block];
    private readonly float[] _right = new float[Block];
    private readonly float[] _oldLeft = new float[Block];
    private readonly float[] _oldRight = new float[Block];
    private string _stem = "";
    private int _at;

    /// <inheritdoc />
    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (_stem != stemId)
        {
            (_stem, _at) = (stemId, 0);
            _written.Add(stemId);
        }

        for (var start = 0; start < left.Length; start += Block)
        {
            var count = Math.Min(Block, left.Length - start);
            left.Slice(start, count).CopyTo(_left);
            right.Slice(start, count).CopyTo(_right);
            Pass(count);
        }
    }

    /// <summary>Gives the stems of which the stretch has nothing.</summary>
    /// <param name="frames">The clip's length.</param>
    public void Finish(int frames)
    {
        foreach (var stem in before.Names.Where(name => !_written.Contains(name)))
        {
            (_stem, _at) = (stem, 0);
            while (_at < frames)
            {
                _left.AsSpan().Clear();
                _right.AsSpan().Clear();
                Pass(Math.Min(Block, frames - _at));
            }
        }
    }

    private void Pass(int count)
    {
        var left = _left.AsSpan(0, count);
        var right = _right.AsSpan(0, count);
        var oldLeft = _oldLeft.AsSpan(0, count);
        var oldRight = _oldRight.AsSpan(0, count);
        before.Read(_stem, oldLeft, oldRight);
        window.Lay(_at, left, oldLeft);
        window.Lay(_at, right, oldRight);
        inner.Write(_stem, left, right);
        _at += count;
    }
}
