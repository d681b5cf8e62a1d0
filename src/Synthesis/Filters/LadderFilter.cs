using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// A ladder of four one-pole low-passes with feedback around them, without a delay in the loop (Zavalishin, The Art of VA Filter Design, chapter
/// 5), and a soft limit at its input, which keeps it stable where it rings by itself. Feedback's loss of bass is half made good.
/// </summary>
internal sealed class LadderFilter(FilterSheet sheet) : VoiceFilter
{
    private readonly float _drive = (float)DeterministicMath.FromDecibels(sheet.Drive);
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
        var slope = (end - begin) / count;
        var k = (float)(3.95 * resonance);
        var into = _drive * (1 + 0.5f * k);
        var back = 1 / _drive;
        var one = Vector128.Create(1f);
        var (s1, s2, s3, s4) = (_state[0], _state[1], _state[2], _state[3]);
        for (var i = 0; i < count; i++)
        {
            var t = begin + slope * (i + 1);
            var h = 1 / (1 + t);
            var g = t * h;
            var x = right.IsEmpty ? Vector128.CreateScalar(left[i]) : Vector128.Create(left[i], right[i], 0, 0);
            var sum = (((s1 * g + s2) * g + s3) * g + s4) * h;
            var g2 = g * g;
            var u = (x * into - sum * k) * (1 / (1 + k * g2 * g2));
            u /= Vector128.Sqrt(one + u * u * 0.5f);
            var v = (u - s1) * g;
            var y = v + s1;
            s1 = y + v;
            v = (y - s2) * g;
            y = v + s2;
            s2 = y + v;
            v = (y - s3) * g;
            y = v + s3;
            s3 = y + v;
            v = (y - s4) * g;
            y = v + s4;
            s4 = y + v;
            left[i] = y.ToScalar() * back;
            if (!right.IsEmpty)
            {
                right[i] = y.GetElement(1) * back;
            }
        }

        (_state[0], _state[1], _state[2], _state[3]) = (s1, s2, s3, s4);
    }
}
