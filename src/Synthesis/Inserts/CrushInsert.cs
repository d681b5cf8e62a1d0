using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>A sampler of few bits and a low rate: values are held and stepped, on a grid that begins at frame 0.</summary>
internal sealed class CrushInsert(InsertSheet sheet, int rate) : Insert
{
    private readonly double _ratio = Math.Min(1, sheet.Rate / rate);
    private readonly float _steps = (float)DeterministicMath.Exp2(sheet.Bits - 1);
    private readonly float _mix = (float)sheet.Mix;
    private float _left;
    private float _right;

    /// <inheritdoc/>
    public override void Reset() => (_left, _right) = (0, 0);

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right)
    {
        var place = (start - 1) * _ratio;
        for (var i = 0; i < left.Length; i++)
        {
            var next = (start + i) * _ratio;
            if (Math.Floor(next) > Math.Floor(place))
            {
                (_left, _right) = (Step(left[i]), Step(right[i]));
            }

            place = next;
            left[i] += (_left - left[i]) * _mix;
            right[i] += (_right - right[i]) * _mix;
        }
    }

    private float Step(float x) => (float)Math.Round(x * _steps) / _steps;
}
