namespace Troubadour.Separation;

/// <summary>Takes separated sound, block by block. For each block every stem comes once, in the order of <see cref="Stem"/>.</summary>
public interface IStemSink
{
    /// <summary>Takes the next samples of a stem.</summary>
    /// <param name="stem">Which.</param>
    /// <param name="left">Left samples; valid during the call only.</param>
    /// <param name="right">Right samples, as many.</param>
    void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right);
}
