using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Mixing;

/// <summary>Schroeder's all-pass (1962): y = -g x + x[n-d] + g y[n-d].</summary>
internal sealed class Allpass(int delay, float gain)
{
    private readonly float[] _line = new float[delay];
    private int _at;

    public void Process(Span<float> samples)
    {
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, _line.Length - _at);
            var line = _line.AsSpan(_at, count);
            var i = 0;
            ref var x = ref MemoryMarshal.GetReference(samples);
            ref var w = ref MemoryMarshal.GetReference(line);
            for (; i + 8 <= line.Length; i += 8)
            {
                var old = Vector256.LoadUnsafe(ref w, (nuint)i);
                var inner = Vector256.LoadUnsafe(ref x, (nuint)i) + old * gain;
                inner.StoreUnsafe(ref w, (nuint)i);
                (old - inner * gain).StoreUnsafe(ref x, (nuint)i);
            }

            for (; i < line.Length; i++)
            {
                var old = line[i];
                var inner = samples[i] + old * gain;
                line[i] = inner;
                samples[i] = old - inner * gain;
            }

            _at = (_at + count) % _line.Length;
            samples = samples[count..];
        }
    }

    public void Reset()
    {
        Array.Clear(_line);
        _at = 0;
    }
}
