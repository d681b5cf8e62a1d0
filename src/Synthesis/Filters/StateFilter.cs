using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>
/// A state-variable filter by trapezoidal integration (Zavalishin, The Art of VA Filter Design; Simper 2013), which is stable however its
/// cutoff moves. 24 dB an octave are two of them, the first without resonance. Left and right are two lanes.
/// </summary>
internal sealed class StateFilter(FilterSheet sheet) : VoiceFilter
{
    private readonly float[] _a1 = new float[Oscillator.Padded];
    private readonly float[] _a2 = new float[Oscillator.Padded];
    private readonly float[] _a3 = new float[Oscillator.Padded];
    private readonly Vector128<float>[] _state = new Vector128<float>[4];
    private float _tangent;

    /// <inheritdoc/>
    public override void Start()
    {
        Array.Clear(_state);
        _tangent = float.NaN;
    }

    /// <inheritdoc/>
    public override void Process(double tangent, double resonance, Span<float> left, Span<float> right, int count)
    {
        var end = (float)tangent;
        var begin = float.IsNaN(_tangent) ? end : _tangent;
        _tangent = end;
        // 12 dB: Q from Butterworth's .71 up to 25. 24 dB: Butterworth's pair .54 and 1.31, the second up to 25.
        var damping = (float)(1.41421356 * (1 - resonance) * (1 - 0.35 * resonance) + 0.04 * resonance);
        if (sheet.Slope == 24)
        {
            Prepare(begin, end, 1.84776f, count);
            Run(left, right, 1.84776f, 0, count);
            damping *= 0.5412f;
        }

        Prepare(begin, end, damping, count);
        Run(left, right, damping, 2, count);
    }

    private void Prepare(float begin, float end, float damping, int count)
    {
        var slope = (end - begin) / count;
        var one = Vector256.Create(1f);
        for (var i = 0; i < count; i += 8)
        {
            var place = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) + Vector256.Create((float)i);
            var g = place * slope + Vector256.Create(begin);
            var a1 = one / (one + g * (g + Vector256.Create(damping)));
            var a2 = g * a1;
            a1.CopyTo(_a1.AsSpan(i));
            a2.CopyTo(_a2.AsSpan(i));
            (g * a2).CopyTo(_a3.AsSpan(i));
        }
    }

    private void Run(Span<float> left, Span<float> right, float damping, int at, int count)
    {
        // The output as shares of input, band and low.
        var (dry, band, low) = sheet.Kind switch
        {
            FilterKind.Low => (0f, 0f, 1f),
            FilterKind.Band => (0f, damping, 0f),
            _ => (1f, -damping, -1f),
        };
        if (right.IsEmpty)
        {
            RunMono(left[..count], (dry, band, low), at);
        }
        else
        {
            RunStereo(left[..count], right[..count], (dry, band, low), at);
        }
    }

    private void RunStereo(Span<float> left, Span<float> right, (float Dry, float Band, float Low) shares, int at)
    {
        var a1 = _a1.AsSpan(0, left.Length);
        var a2 = _a2.AsSpan(0, left.Length);
        var a3 = _a3.AsSpan(0, left.Length);
        var (s1, s2) = (_state[at], _state[at + 1]);
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            var x = Vector128.Create(left[i], right[i], 0, 0);
            var v3 = x - s2;
            var v1 = s1 * a1[i] + v3 * a2[i];
            var v2 = (s2 + s1 * a2[i]) + v3 * a3[i];
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
            var y = x * shares.Dry + v1 * shares.Band + v2 * shares.Low;
            left[i] = y.ToScalar();
            right[i] = y.GetElement(1);
        }

        (_state[at], _state[at + 1]) = (s1, s2);
    }

    private void RunMono(Span<float> samples, (float Dry, float Band, float Low) shares, int at)
    {
        var a1 = _a1.AsSpan(0, samples.Length);
        var a2 = _a2.AsSpan(0, samples.Length);
        var a3 = _a3.AsSpan(0, samples.Length);
        var (s1, s2) = (_state[at].ToScalar(), _state[at + 1].ToScalar());
        var (dry, band, low) = shares;
        for (var i = 0; i < samples.Length; i++)
        {
            var x = samples[i];
            var v3 = x - s2;
            var v1 = s1 * a1[i] + v3 * a2[i];
            var v2 = (s2 + s1 * a2[i]) + v3 * a3[i];
            s1 = v1 + v1 - s1;
            s2 = v2 + v2 - s2;
            samples[i] = x * dry + v1 * band + v2 * low;
        }

        (_state[at], _state[at + 1]) = (Vector128.CreateScalar(s1), Vector128.CreateScalar(s2));
    }
}
