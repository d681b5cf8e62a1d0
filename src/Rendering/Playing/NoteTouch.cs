namespace Troubadour.Rendering;

/// <summary>How a note differs from the bank's plain one.</summary>
internal readonly record struct NoteTouch
{
    /// <summary>No difference.</summary>
    public static NoteTouch Plain => new() { Gain = 1 };

    /// <summary>Out of tune by so many cents.</summary>
    public double DetuneCents { get; init; }

    /// <summary>A factor of its level.</summary>
    public double Gain { get; init; }

    /// <summary>How far into the sample it starts, as a share (0 to 1) of what the sample bears.</summary>
    public double StartShare { get; init; }

    /// <summary>True if it takes over from a note before it, without an attack of its own.</summary>
    public bool IsSlurred { get; init; }

    /// <summary>True if it starts with the soft pedal down.</summary>
    public bool IsSoft { get; init; }

    /// <summary>Where its pitch comes from, in semitones above its own.</summary>
    public int GlideSemitones { get; init; }

    /// <summary>Frames until it has reached its own pitch.</summary>
    public long GlideFrames { get; init; }
}
