namespace Troubadour.Rendering;

/// <summary>One voice that will sound: a region of a note with its frames fixed in advance.</summary>
internal sealed class PlannedVoice
{
    /// <summary>What it plays.</summary>
    public required Region Region { get; init; }

    /// <summary>Key 0 to 127, after the region's own wish.</summary>
    public required int Key { get; init; }

    /// <summary>Velocity 1 to 127, after the region's own wish.</summary>
    public required int Velocity { get; init; }

    /// <summary>First frame.</summary>
    public required long Start { get; init; }

    /// <summary>The frame of key up, pedal up or being struck again, whichever counts.</summary>
    public required long Release { get; set; }

    /// <summary>Release time, in timecents for 100 dB, of a voice that its exclusive class cuts off.</summary>
    public const double ClassTimecents = -2400;

    /// <summary>The same of a voice that a slurred note takes over from: 33 dB in 15 ms.</summary>
    public const double SlurTimecents = -5370;

    /// <summary>The frame at which another note of its exclusive class cuts it off, or a slurred one takes over from it.</summary>
    public long Cut { get; private set; } = long.MaxValue;

    /// <summary>How fast it is cut.</summary>
    public double CutTimecents { get; private set; }

    /// <summary>How its note is played.</summary>
    public NoteTouch Touch { get; init; } = NoteTouch.Plain;

    /// <summary>The sample while the key is down.</summary>
    public required PreparedSample Sample { get; init; }

    /// <summary>The sample after release if it then leaves its loop; else null.</summary>
    public required PreparedSample? AfterRelease { get; init; }

    /// <summary>Cuts it off at a frame, but after its first one; the earliest cut counts.</summary>
    public void CutAt(long frame, double timecents)
    {
        frame = Math.Max(frame, Start + 1);
        if (frame < Cut)
        {
            (Cut, CutTimecents) = (frame, timecents);
        }
    }

    /// <summary>Where in the sample it starts, in points.</summary>
    public double StartPoint =>
        Touch.IsSlurred && Sample.LoopLength > 0
            ? Math.Min(Sample.LoopStart, SlurSeconds * Region.Sample.Rate)
            : Touch.StartShare * Region.Sample.Rate * (Sample.StartsSilent ? SilentSeconds : SoundingSeconds);

    /// <summary>True if it starts within the sample and without an attack.</summary>
    public bool SkipsAttack => Touch.IsSlurred && Sample.LoopLength > 0;

    /// <summary>A slurred note leaves out so much of its sample, or all before the loop.</summary>
    private const double SlurSeconds = 0.12;

    /// <summary>How far a repeated note may start into a sample that begins near silence, and into one that does not.</summary>
    private const double SilentSeconds = 0.001;
    private const double SoundingSeconds = 0.00025;
}
