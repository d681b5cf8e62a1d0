namespace Troubadour.Alignment;

/// <summary>Words as our singer sings them, frame by frame; between lines lies a frame that stands for a pause.</summary>
/// <param name="Values">Frames of <see cref="MelCepstra.Width"/> levelled values; of no meaning in pauses.</param>
/// <param name="Words">For each frame the word it is of; -1 in pauses.</param>
internal sealed record Template(float[] Values, int[] Words)
{
    /// <summary>How many frames there are.</summary>
    public int Length => Words.Length;
}
