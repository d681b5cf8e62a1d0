namespace Troubadour.Singing;

/// <summary>A phone at its place in time.</summary>
/// <param name="Phone">The phone.</param>
/// <param name="Context">Its label, for the voice's trees.</param>
/// <param name="FirstFrame">Its first 5 ms frame.</param>
/// <param name="StateFrames">Frames of each state.</param>
internal sealed record PlannedPhone(LabelledPhone Phone, LabelContext Context, int FirstFrame, int[] StateFrames)
{
    /// <summary>One past the last frame.</summary>
    public int EndFrame { get; } = FirstFrame + StateFrames.Sum();
}
