using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Soft saturation by x (27 + x²) / (27 + 9 x²), the Padé form of the hyperbolic tangent, flat from ±3 on. Sounds of -12 dBFS keep their
/// level whatever the drive.
/// </summary>
public sealed class Saturation
{
    private const double Reference = 0.25;

    private readonly float _drive;
    private readonly float _after;

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
        var i = 0;
        ref var s = ref MemoryMarshal.GetReference(samples);
        var (low, high) = (Vector256.Create(-3f), Vector256.Create(3f));
        for (; i + 8 <= samples.Length; i += 8)
        {
            var x = Vector256.Min(high, Vector256.Max(low, Vector256.LoadUnsafe(ref s, (nuint)i) * _drive));
            var x2 = x * x;
            var y = x * (Vector256.Create(27f) + x2) / (Vector256.Create(27f) + x2 * 9f) * _after;
            y.StoreUnsafe(ref s, (nuint)i);
        }

        for (; i < samples.Length; i++)
        {
            var x = Math.Min(3f, Math.Max(-3f, samples[i] * _drive));
            var x2 = x * x;
            samples[i] = x * (27f + x2) / (27f + x2 * 9f) * _after;
        }
    }
}
