using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>A stem that from some frame on plays loud noise instead of its own sound.</summary>
internal sealed class LateSource(IStemSource inner, int from, int seed) : IStemSource
{
    private readonly float[] _noise = Signals.Hits(seed, 1, 9000, 1 << 20);
    private int _at;

    public string Id => inner.Id;

    public void Read(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        inner.Read(left, right, reverb, chorus);
        for (var i = Math.Max(0, from - _at); i < left.Length; i++)
        {
            (left[i], right[i]) = (_noise[_at + i], -0.7f * _noise[_at + i]);
            (reverb[i], chorus[i]) = (0.3f * _noise[_at + i], 0.2f * _noise[_at + i]);
        }

        _at += left.Length;
    }
}
