namespace Troubadour.Alignment;

/// <summary>A word of the lyrics in the recording.</summary>
/// <param name="Text">As written, without the punctuation around it.</param>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends, after <paramref name="Start"/>.</param>
/// <param name="Confidence">0 to 1; 0 for a word that was not found.</param>
/// <param name="Method">How it was found.</param>
public sealed record AlignedWord(string Text, double Start, double End, double Confidence, AlignmentMethod Method)
{
    /// <summary>Whether it was found at all.</summary>
    public bool Success => Method != AlignmentMethod.Spread;
}
