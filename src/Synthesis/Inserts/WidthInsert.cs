namespace Troubadour.Synthesis;

/// <summary>Scales what differs between the channels: 0 is mono, .5 leaves it, 1 doubles it.</summary>
internal sealed class WidthInsert(InsertSheet sheet) : Insert
{
    private readonly float _side = (float)sheet.Depth;

    /// <inheritdoc/>
    public override void Reset() { }

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var middle = (left[i] + right[i]) * 0.5f;
            var side = (left[i] - right[i]) * _side;
            left[i] = middle + side;
            right[i] = middle - side;
        }
    }
}
