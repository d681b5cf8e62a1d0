using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>
/// A state-variable filter by trapezoidal integration (Zavalishin, The Art of VA Filter Design; Simper 2013), which is stable however its
/// cutoff moves; written by its two states, so that the chain from frame to frame is short. 24 dB an octave are two of them, the first
/// without resonance, side by side in one vector: the second works on what the first gave a frame ago.
/// </summary>
internal sealed class StateFilter : VoiceFilter
{
    // Butterworth's pair for 24 dB: the first stage's damping, and the second's beside a single one's.
    private const float FirstDamping = 1.84776f;
    private const float SecondShare = 0.5412f;

    private readonly FilterKind _kind;
    private readonly Stage _first;
    private readonly Stage? _second;
    private Vector128<float> _s1;
    private Vector128<float> _s2;
    private Vector128<float> _carry;
    private float _tangent;

    public StateFilter(FilterSheet sheet)
    {
        _kind = sheet.Kind;
        _first = new Stage();
        _second = sheet.Slope == 24 ? new Stage() : null;
    }

    /// <inheritdoc/>
    public override void Start()
    {
        (_s1, _s2, _carry) = (default, default, default);
        _tangent = float.NaN;
    }

    /// <inheritdoc/>
    public override void Process(double tangent, double resonance, Span<float> left, Span<float> right, int count)
    {
        var end = (float)tangent;
        var begin = float.IsNaN(_tangent) ? end : _tangent;
        _tangent = end;

        // Q from Butterworth's .71 up to 25.
        var damping = (float)(1.41421356 * (1 - resonance) * (1 - 0.35 * resonance) + 0.04 * resonance);
        if (_second is null)
        {
            _first.Prepare(begin, end, damping, count);
            RunOne(left, right, Shares(damping, damping), count);
        }
        else
        {
            _first.Prepare(begin, end, FirstDamping, count);
            _second.Prepare(begin, end, damping * SecondShare, count);
            RunTwo(left, right, Shares(FirstDamping, damping * SecondShare), count);
        }
    }

    /// <summary>The output as shares of input, band and low; lanes 0 and 1 are the first stage, 2 and 3 the second.</summary>
    private (Vector128<float> Dry, Vector128<float> Band, Vector128<float> Low) Shares(float first, float second)
    {
        var damping = Vector128.Create(first, first, second, second);
        return _kind switch
        {
            FilterKind.Low => (default, default, Vector128.Create(1f)),
            FilterKind.Band => (default, damping, default),
            _ => (Vector128.Create(1f), -damping, Vector128.Create(-1f)),
        };
    }

    private void RunOne(
        Span<float> left,
        Span<float> right,
        (Vector128<float> Dry, Vector128<float> Band, Vector128<float> Low) shares,
        int count
    )
    {
        var isMono = right.IsEmpty;
        var other = isMono ? left : right;
        var (s1, s2) = (_s1, _s2);
        for (var i = 0; i < count; i++)
        {
            var x = Vector128.Create(left[i], other[i], 0, 0);
            var c2 = _first.C2[i];
            var c3 = _first.C3[i];
            var n1 = (s1 * _first.C1[i] + x * c2) - s2 * c2;
            var n2 = (s2 * (1 - c3) + x * c3) + s1 * c2;
            var y = x * shares.Dry + (n1 + s1) * shares.Band * 0.5f + (n2 + s2) * shares.Low * 0.5f;
            (s1, s2) = (n1, n2);
            left[i] = y.ToScalar();
            if (!isMono)
            {
                right[i] = y.GetElement(1);
            }
        }

        (_s1, _s2) = (s1, s2);
    }

    private void RunTwo(
        Span<float> left,
        Span<float> right,
        (Vector128<float> Dry, Vector128<float> Band, Vector128<float> Low) shares,
        int count
    )
    {
        var isMono = right.IsEmpty;
        var other = isMono ? left : right;
        var (a, b) = (_first, _second!);
        var (s1, s2, carry) = (_s1, _s2, _carry);
        var one = Vector128.Create(1f);
        for (var i = 0; i < count; i++)
        {
            var x = Vector128.Create(left[i], other[i], carry.ToScalar(), carry.GetElement(1));
            var c1 = Vector128.Create(a.C1[i], a.C1[i], b.C1[i], b.C1[i]);
            var c2 = Vector128.Create(a.C2[i], a.C2[i], b.C2[i], b.C2[i]);
            var c3 = Vector128.Create(a.C3[i], a.C3[i], b.C3[i], b.C3[i]);
            var n1 = (s1 * c1 + x * c2) - s2 * c2;
            var n2 = (s2 * (one - c3) + x * c3) + s1 * c2;
            var y = x * shares.Dry + (n1 + s1) * shares.Band * 0.5f + (n2 + s2) * shares.Low * 0.5f;
            (s1, s2, carry) = (n1, n2, y);
            left[i] = y.GetElement(2);
            if (!isMono)
            {
                right[i] = y.GetElement(3);
            }
        }

        (_s1, _s2, _carry) = (s1, s2, carry);
    }

    /// <summary>Coefficients of a stage, frame by frame.</summary>
    private sealed class Stage
    {
        /// <summary>With g the tangent, k the damping and d = 1 + g(g + k): 2/d - 1, 2g/d and 2g²/d.</summary>
        public float[] C1 { get; } = new float[Oscillator.Padded];

        public float[] C2 { get; } = new float[Oscillator.Padded];

        public float[] C3 { get; } = new float[Oscillator.Padded];

        /// <summary>For a tangent that moves in a straight line.</summary>
        public void Prepare(float begin, float end, float damping, int count)
        {
            var slope = (end - begin) / count;
            var one = Vector256.Create(1f);
            for (var i = 0; i < count; i += 8)
            {
                var place = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) + Vector256.Create((float)i);
                var g = place * slope + Vector256.Create(begin);
                var a = Vector256.Create(2f) / (one + g * (g + Vector256.Create(damping)));
                var ga = g * a;
                (a - one).CopyTo(C1.AsSpan(i));
                ga.CopyTo(C2.AsSpan(i));
                (g * ga).CopyTo(C3.AsSpan(i));
            }
        }
    }
}
