namespace Troubadour.Mixing;

/// <summary>Takes mastered stems, one after another in the order of the mix, each in blocks from its start to its end.</summary>
public interface IStemSink
{
    /// <summary>Takes the next frames of a stem.</summary>
    void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right);
}
