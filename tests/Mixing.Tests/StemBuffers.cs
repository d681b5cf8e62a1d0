using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>Takes stems: their names in order, their length, their sum.</summary>
internal sealed class StemBuffers(int frames) : IStemSink
{
    private int _at;

    public List<string> Ids { get; } = [];

    public AudioBuffer Sum { get; } = new(frames);

    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (Ids.Count == 0 || Ids[^1] != stemId)
        {
            Ids.Add(stemId);
            _at = 0;
        }

        for (var i = 0; i < left.Length; i++)
        {
            Sum.Left[_at + i] += left[i];
            Sum.Right[_at + i] += right[i];
        }

        _at += left.Length;
    }
}
