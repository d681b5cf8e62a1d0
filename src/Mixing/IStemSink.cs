namespace Troubadour.Mixing;

/// <summary>Takes mastered stems, one after another in the order of the mix, each in blocks from its first frame to its last.</summary>
public interface IStemSink
{
    /// <summary>Takes the next frames of a stem, or of a group of stems under its name.</summary>
    void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right);
}
