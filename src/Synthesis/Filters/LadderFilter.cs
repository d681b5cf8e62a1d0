using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// A ladder of four one-pole low-passes with feedback around them, without a delay in the loop (Zavalishin, The Art of VA Filter Design, chapter
/// 5), and a cubic soft limit at its input, which keeps it stable where it rings by itself. Feedback's loss of bass is half made good.
/// </summary>
internal sealed class LadderFilter(FilterSheet sheet) : VoiceFilter
{
    private readonly float _drive = (float)DeterministicMath.FromDecibels(sheet.Drive);
    private readonly Vector128<float>[] _state = new Vector128<float>[5];
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
        var (s1, s2, s3, s4) = (_state[0], _state[1], _state[2], _state[3]);
        var last = _state[4];
        var most = Vector128.Create(1.5f);
        var isMono = right.IsEmpty;
        var second = isMono ? left : right;
        for (var i = 0; i < count; i++)
        {
            var t = begin + slope * (i + 1);
            var h = 1 / (1 + t);
            var g = t * h;
            var g2 = g * g;

            // What each stage gives without the new input; the last is what comes back.
            var p1 = s1 * h;
            var p2 = p1 * g + s2 * h;
            var p3 = p2 * g + s3 * h;
            var p4 = p3 * g + s4 * h;
            var x = Vector128.Create(left[i], second[i], 0, 0);
            var u = (x * into - p4 * k) * (1 / (1 + k * g2 * g2));
            u = Vector128.Min(Vector128.Max(u, -most), most);

            // The cubic u - 4u³/27 as the mean over the step to it, which folds less back (see SoftLimit).
            var sum = u + last;
            var limited = sum * 0.5f - sum * (u * u + last * last) * (1f / 27);
            last = u;
            u = limited;
            s1 = (u * g + p1) * 2f - s1;
            s2 = (u * g2 + p2) * 2f - s2;
            s3 = (u * (g2 * g) + p3) * 2f - s3;
            var y = u * (g2 * g2) + p4;
            s4 = y * 2f - s4;
            left[i] = y.ToScalar() * back;
            if (!isMono)
            {
                right[i] = y.GetElement(1) * back;
            }
        }

        (_state[0], _state[1], _state[2], _state[3], _state[4]) = (s1, s2, s3, s4, last);
    }
}
