using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>A line of sound that is read at moving distances.</summary>
internal sealed class DelayTap
{
    private const int Length = 2048;
    private const int Mask = Length - 1;
    private readonly float[] _line = new float[Length];
    private readonly float[] _near = new float[64];
    private int _write;

    /// <summary>Forgets all.</summary>
    public void Reset() => Array.Clear(_line);

    /// <summary>Writes a run.</summary>
    public void Write(ReadOnlySpan<float> samples)
    {
        var first = Math.Min(samples.Length, Length - _write);
        samples[..first].CopyTo(_line.AsSpan(_write));
        samples[first..].CopyTo(_line);
        _write = (_write + samples.Length) & Mask;
    }

    /// <summary>
    /// Adds the run last written, later by a distance that moves in a straight line; read by a cubic of Hermite, so that treble stays.
    /// </summary>
    public void Add(Span<float> target, double from, double to, float gain)
    {
        var slope = (float)((to - from) / target.Length);
        var furthest = (int)Math.Max(from, to);
        var near = _near.AsSpan();
        Copy(_write - target.Length - furthest - 2, near);

        // In the copy, the sample that lies one frame before distance d behind frame i is at i + furthest - whole(d) + 3.
        if (furthest == (int)Math.Min(from, to) && (target.Length & 7) == 0)
        {
            Straight(near, target, (float)(from - furthest), slope, gain);
            return;
        }

        for (var i = 0; i < target.Length; i++)
        {
            var distance = (float)(from - furthest) + slope * (i + 1);
            var whole = (int)Math.Floor(distance);
            var at = i - whole;
            target[i] += gain * Cubic(near[at + 3], near[at + 2], near[at + 1], near[at], distance - whole);
        }
    }

    /// <summary>The same for a distance that stays between two whole frames, eight at a time.</summary>
    private static void Straight(ReadOnlySpan<float> near, Span<float> target, float from, float slope, float gain)
    {
        var ramp = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) * slope + Vector256.Create(from);
        for (var i = 0; i < target.Length; i += 8)
        {
            var d = ramp + Vector256.Create(slope * i);
            var (y0, y1) = (Vector256.Create(near[(i + 3)..]), Vector256.Create(near[(i + 2)..]));
            var (y2, y3) = (Vector256.Create(near[(i + 1)..]), Vector256.Create(near[i..]));
            var c1 = (y2 - y0) * 0.5f;
            var c2 = y0 - y1 * 2.5f + y2 * 2f - y3 * 0.5f;
            var c3 = (y3 - y0) * 0.5f + (y1 - y2) * 1.5f;
            (Vector256.Create(target[i..]) + (((c3 * d + c2) * d + c1) * d + y1) * gain).CopyTo(target[i..]);
        }
    }

    private static float Cubic(float y0, float y1, float y2, float y3, float d)
    {
        var c1 = (y2 - y0) * 0.5f;
        var c2 = y0 - y1 * 2.5f + y2 * 2f - y3 * 0.5f;
        var c3 = (y3 - y0) * 0.5f + (y1 - y2) * 1.5f;
        return ((c3 * d + c2) * d + c1) * d + y1;
    }

    private void Copy(int from, Span<float> target)
    {
        for (var done = 0; done < target.Length; )
        {
            var at = (from + done) & Mask;
            var count = Math.Min(target.Length - done, Length - at);
            _line.AsSpan(at, count).CopyTo(target[done..]);
            done += count;
        }
    }
}
