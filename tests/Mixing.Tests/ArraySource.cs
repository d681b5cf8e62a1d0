using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>A stem from arrays; silence after their end.</summary>
internal sealed class ArraySource(
    string id,
    float[] left,
    float[]? right = null,
    float[]? reverb = null,
    float[]? chorus = null
) : IStemSource
{
    private int _at;

    public string Id => id;

    public void Read(Span<float> l, Span<float> r, Span<float> reverbSend, Span<float> chorusSend)
    {
        Copy(left, l);
        Copy(right ?? left, r);
        Copy(reverb ?? [], reverbSend);
        Copy(chorus ?? [], chorusSend);
        _at += l.Length;
    }

    private void Copy(float[] from, Span<float> to)
    {
        to.Clear();
        if (_at < from.Length)
        {
            from.AsSpan(_at, Math.Min(to.Length, from.Length - _at)).CopyTo(to);
        }
    }
}
