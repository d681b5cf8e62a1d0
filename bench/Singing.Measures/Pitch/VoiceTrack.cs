namespace Troubadour.Singing.Measures;

/// <summary>What praat heard, frame by frame.</summary>
/// <param name="Frames">In rising time.</param>
public sealed record VoiceTrack(IReadOnlyList<VoiceFrame> Frames)
{
    /// <summary>The frames from one time to another, both in seconds of the take.</summary>
    public IEnumerable<VoiceFrame> Between(double from, double to) =>
        Frames.SkipWhile(f => f.Time < from).TakeWhile(f => f.Time <= to);

    /// <summary>The pitch of the frame nearest to a time, in hertz; 0 for unvoiced.</summary>
    public double PitchAt(double time) => Frames.Count == 0 ? 0 : Frames.MinBy(f => Math.Abs(f.Time - time)).Hertz;
}
