using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Soft saturation of one channel by x (27 + x²) / (27 + 9 x²), the Padé form of the hyperbolic tangent, flat from ±3 on, at twice the rate: points
/// between the samples come from a half-band filter (Kaiser window) and a second one takes out what the curve made above half the rate,
/// before it could fold back. Sounds of -12 dBFS keep their level whatever the drive. The sound comes <see cref="Delay"/> frames late.
/// </summary>
public sealed class Saturation
{
    /// <summary>Frames by which the sound is late, half a millisecond.</summary>
    public const int Delay = 2 * Half - 1;

    private const int Half = 12;
    private const int Taps = 2 * Half;
    private const int History = Taps - 1;
    private const int Most = 512;
    private const double Reference = 0.25;
    private static readonly float[] s_filter = MakeFilter();

    private readonly float _drive;
    private readonly float _after;
    private readonly float[] _input = new float[History + Most];
    private readonly float[] _on = new float[History + Most];
    private readonly float[] _between = new float[History + Most];

    /// <summary>Takes the gain into the curve.</summary>
    public Saturation(double driveDb)
    {
        var drive = DeterministicMath.FromDecibels(driveDb);
        _drive = (float)drive;
        var x = Math.Min(3, drive * Reference);
        _after = (float)(Reference / (x * (27 + x * x) / (27 + 9 * x * x)));
    }

    /// <summary>Saturates in place.</summary>
    public void Process(Span<float> samples)
    {
        for (var start = 0; start < samples.Length; start += Most)
        {
            Block(samples.Slice(start, Math.Min(Most, samples.Length - start)));
        }
    }

    /// <summary>Back to silence.</summary>
    public void Reset()
    {
        Array.Clear(_input);
        Array.Clear(_on);
        Array.Clear(_between);
    }

    /// <summary>The curve without its filters: what a steady sample becomes.</summary>
    public float At(float sample) => Curve(sample * _drive) * _after;

    private void Block(Span<float> samples)
    {
        var count = samples.Length;
        samples.CopyTo(_input.AsSpan(History));
        var on = _on.AsSpan(History, count);
        var between = _between.AsSpan(History, count);
        _input.AsSpan(History - Half, count).CopyTo(on);
        Filter(_input, between);
        Bend(on);
        Bend(between);
        Filter(_between, samples);
        Join(samples, _on.AsSpan(History - Half + 1, count));
        foreach (var buffer in (ReadOnlySpan<float[]>)[_input, _on, _between])
        {
            buffer.AsSpan(count, History).CopyTo(buffer);
        }
    }

    private void Bend(Span<float> samples)
    {
        var i = 0;
        ref var s = ref MemoryMarshal.GetReference(samples);
        var (low, high) = (Vector256.Create(-3f), Vector256.Create(3f));
        for (; i + 8 <= samples.Length; i += 8)
        {
            var x = Vector256.Min(high, Vector256.Max(low, Vector256.LoadUnsafe(ref s, (nuint)i) * _drive));
            var x2 = x * x;
            (x * (Vector256.Create(27f) + x2) / (Vector256.Create(27f) + x2 * 9f)).StoreUnsafe(ref s, (nuint)i);
        }

        for (; i < samples.Length; i++)
        {
            samples[i] = Curve(samples[i] * _drive);
        }
    }

    private static float Curve(float driven)
    {
        var x = Math.Min(3f, Math.Max(-3f, driven));
        var x2 = x * x;
        return x * (27f + x2) / (27f + x2 * 9f);
    }

    /// <summary>The points half a sample from those that went in: the first output ends at the first sample behind the history.</summary>
    private static void Filter(ReadOnlySpan<float> source, Span<float> target)
    {
        var i = 0;
        ref var s = ref MemoryMarshal.GetReference(source);
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var f = ref MemoryMarshal.GetArrayDataReference(s_filter);
        for (; i + 8 <= target.Length; i += 8)
        {
            var sum = Vector256<float>.Zero;
            for (var k = 0; k < Half; k++)
            {
                var pair =
                    Vector256.LoadUnsafe(ref s, (nuint)(i + k))
                    + Vector256.LoadUnsafe(ref s, (nuint)(i + Taps - 1 - k));
                sum += pair * Unsafe.Add(ref f, k);
            }

            sum.StoreUnsafe(ref t, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            var sum = 0f;
            for (var k = 0; k < Half; k++)
            {
                sum += (source[i + k] + source[i + Taps - 1 - k]) * s_filter[k];
            }

            target[i] = sum;
        }
    }

    private void Join(Span<float> samples, ReadOnlySpan<float> on)
    {
        var half = 0.5f * _after;
        Kernels.Add(samples, on);
        Kernels.Scale(samples, half);
    }

    // The half-band filter's taps at odd places of the double rate; all others but the middle are 0.
    private static float[] MakeFilter()
    {
        var taps = new double[Half];
        for (var k = 0; k < Half; k++)
        {
            taps[k] = KaiserSinc.Value(k - Half + 0.5, Half, 0.5, KaiserSinc.Beta(76));
        }

        var sum = 2 * taps.Sum();
        return Array.ConvertAll(taps, tap => (float)(tap / sum));
    }
}
