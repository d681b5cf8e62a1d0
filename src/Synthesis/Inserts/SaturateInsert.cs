using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>A soft limit (<see cref="SoftLimit"/>) that keeps the level of what is quiet.</summary>
internal sealed class SaturateInsert(InsertSheet sheet) : Insert
{
    private readonly float _drive = (float)DeterministicMath.FromDecibels(sheet.Gain);
    private readonly float _mix = (float)sheet.Mix;
    private readonly SoftLimit _left = new();
    private readonly SoftLimit _right = new();

    /// <inheritdoc/>
    public override void Reset()
    {
        _left.Reset();
        _right.Reset();
    }

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right)
    {
        _left.Process(left, _drive, 1 / _drive, _mix);
        _right.Process(right, _drive, 1 / _drive, _mix);
    }
}
