using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// A plucked string: a loop of delay and damping (Karplus and Strong 1983; extended by Jaffe and Smith 1983), tuned by a third-order Lagrange
/// read, plucked at a place by noise whose comb leaves out what has a node there.
/// </summary>
internal sealed class StringOscillator(OscillatorSheet sheet, int rate) : Oscillator(sheet, rate)
{
    private const int Length = 8192;
    private const int Mask = Length - 1;
    private readonly float[] _loop = new float[Length];
    private readonly float[] _near = new float[Padded + 16];
    private int _write;
    private float _damped;
    private float _damping;
    private double _key;
    private double _ring;
    private double _delay;
    private float _gain;

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        _key = double.NaN;
        _damped = 0;
        _ring = Sheet.Ring * FastExponential.Exp2((60 - key) / 24);
        var loudness = velocity / 127.0;
        var bright = Math.Clamp(Sheet.Brightness * (0.55 + 0.6 * loudness), 0, 1);
        _damping = (float)(0.62 * (1 - Sheet.Brightness) * (1 - Sheet.Brightness) + 0.02);
        Tune(key);
        Pluck(bright, seed);
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        Tune(controls.Key);
        var whole = (int)_delay;
        var d = (float)(_delay - whole) + 1;
        var (a, b, c, e) = Lagrange(d);
        if (whole < count + 3)
        {
            AddShort((a, b, c, e), whole, left, right, count);
            return;
        }

        // The loop is longer than the run: all reads lie before all writes.
        var near = _near.AsSpan(0, Padded + 3);
        for (var done = 0; done < near.Length; )
        {
            var at = (_write - whole - 2 + done) & Mask;
            var some = Math.Min(near.Length - done, Length - at);
            _loop.AsSpan(at, some).CopyTo(near[done..]);
            done += some;
        }

        for (var i = 0; i < count; i += 8)
        {
            var x =
                (Vector256.Create(near[(i + 3)..]) * a + Vector256.Create(near[(i + 2)..]) * b)
                + (Vector256.Create(near[(i + 1)..]) * c + Vector256.Create(near[i..]) * e);
            x.CopyTo(near[i..]);
            (Vector256.Create(left[i..]) + x * Gain).CopyTo(left[i..]);
            if (!right.IsEmpty)
            {
                (Vector256.Create(right[i..]) + x * Gain).CopyTo(right[i..]);
            }
        }

        var (damped, damping, straight) = (_damped, _damping, (1 - _damping) * _gain);
        for (var i = 0; i < count; i++)
        {
            damped = straight * near[i] + damping * damped;
            _loop[(_write + i) & Mask] = damped;
        }

        _damped = damped;
        _write = (_write + count) & Mask;
    }

    private void AddShort(
        (float A, float B, float C, float D) weights,
        int whole,
        Span<float> left,
        Span<float> right,
        int count
    )
    {
        var (damped, damping, straight) = (_damped, _damping, (1 - _damping) * _gain);
        for (var i = 0; i < count; i++)
        {
            var at = _write + i - whole + 1;
            var x =
                (weights.A * _loop[at & Mask] + weights.B * _loop[(at - 1) & Mask])
                + (weights.C * _loop[(at - 2) & Mask] + weights.D * _loop[(at - 3) & Mask]);
            damped = straight * x + damping * damped;
            _loop[(_write + i) & Mask] = damped;
            left[i] += x * Gain;
            if (!right.IsEmpty)
            {
                right[i] += x * Gain;
            }
        }

        _damped = damped;
        _write = (_write + count) & Mask;
    }

    /// <summary>Weights of the four samples around a delay of 1 to 2 behind the first.</summary>
    private static (float A, float B, float C, float D) Lagrange(float d)
    {
        var (d1, d2, d3) = (d - 1, d - 2, d - 3);
        return (-d1 * d2 * d3 / 6, d * d2 * d3 / 2, -d * d1 * d3 / 2, d * d1 * d2 / 6);
    }

    private void Tune(double key)
    {
        if (key == _key)
        {
            return;
        }

        _key = key;
        var frequency = Math.Clamp(Frequency(key), 20, 0.2 * Rate);
        var w = 2 * Math.PI * frequency / Rate;
        var (sine, cosine) = (DeterministicMath.Sin(w), DeterministicMath.Cos(w));
        var lag = DeterministicMath.Atan(_damping * sine / (1 - _damping * cosine)) / w;
        var loss = (1 - _damping) / Math.Sqrt(1 - 2 * _damping * cosine + _damping * _damping);
        _gain = (float)Math.Min(0.99998, DeterministicMath.Exp(-6.90775527898 / (frequency * _ring)) / loss);
        _delay = Rate / frequency - lag;
    }

    private void Pluck(double bright, ulong seed)
    {
        Array.Clear(_loop);
        var period = (int)Math.Round(_delay) + 4;
        Span<float> noise = new float[period];
        var smooth = (float)(1 - bright * 0.85);
        var (first, second, mean) = (0f, 0f, 0f);
        for (var i = 0; i < period; i++)
        {
            first += (1 - smooth) * ((float)Counter.Signed(seed, (ulong)i) - first);
            second += (1 - smooth * 0.6f) * (first - second);
            noise[i] = second;
            mean += second / period;
        }

        var pick = Math.Max(1, (int)(Sheet.Pick * period));
        var power = 0.0;
        for (var i = 0; i < period; i++)
        {
            var x = noise[i] - noise[(i + period - pick) % period];
            _loop[i] = x;
            power += x * x;
        }

        var level = (float)(0.35 / Math.Sqrt(power / period + 1e-9));
        for (var i = 0; i < period; i++)
        {
            _loop[i] *= level;
        }

        _write = period & Mask;
    }
}
