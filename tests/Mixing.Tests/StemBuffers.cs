using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>Takes stems: their names in order, each of them, their sum.</summary>
internal sealed class StemBuffers(int frames) : IStemSink
{
    private readonly Dictionary<string, AudioBuffer> _stems = [];
    private int _at;

    public List<string> Ids { get; } = [];

    public AudioBuffer Sum { get; } = new(frames);

    public AudioBuffer Of(string id) => _stems[id];

    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (Ids.Count == 0 || Ids[^1] != stemId)
        {
            Ids.Add(stemId);
            _stems[stemId] = new(frames);
            _at = 0;
        }

        left.CopyTo(_stems[stemId].Left.AsSpan(_at));
        right.CopyTo(_stems[stemId].Right.AsSpan(_at));
        for (var i = 0; i < left.Length; i++)
        {
            Sum.Left[_at + i] += left[i];
            Sum.Right[_at + i] += right[i];
        }

        _at += left.Length;
    }
}
