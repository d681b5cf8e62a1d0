namespace Troubadour.Synthesis;

/// <summary>A line of sound that is read at moving distances.</summary>
internal sealed class DelayTap
{
    private const int Length = 2048;
    private const int Mask = Length - 1;
    private readonly float[] _line = new float[Length];
    private int _write;

    /// <summary>Forgets all.</summary>
    public void Reset() => Array.Clear(_line);

    /// <summary>Writes a run.</summary>
    public void Write(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            _line[(_write + i) & Mask] = samples[i];
        }

        _write = (_write + samples.Length) & Mask;
    }

    /// <summary>
    /// Adds the run last written, later by a distance that moves in a straight line; read by a cubic of Hermite, so that treble stays.
    /// </summary>
    public void Add(Span<float> target, double from, double to, float gain)
    {
        var slope = (to - from) / target.Length;
        var begin = _write - target.Length;
        for (var i = 0; i < target.Length; i++)
        {
            var distance = from + slope * (i + 1);
            var whole = (int)distance;
            var d = (float)(distance - whole);
            var at = begin + i - whole;
            var (y0, y1, y2, y3) = (
                _line[(at + 1) & Mask],
                _line[at & Mask],
                _line[(at - 1) & Mask],
                _line[(at - 2) & Mask]
            );
            var c1 = (y2 - y0) * 0.5f;
            var c2 = y0 - 2.5f * y1 + 2 * y2 - 0.5f * y3;
            var c3 = (y3 - y0) * 0.5f + (y1 - y2) * 1.5f;
            target[i] += gain * (((c3 * d + c2) * d + c1) * d + y1);
        }
    }
}
