namespace Troubadour.Mixing;

/// <summary>An effect behind a send: sound in, only the effect out. Linear, silent after silence, the same in blocks of any size.</summary>
public interface IReturnEffect
{
    /// <summary>Overwrites the outputs with the effect of the inputs; all four spans have the same length.</summary>
    void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight);

    /// <summary>Back to silence at time 0.</summary>
    void Reset();
}
