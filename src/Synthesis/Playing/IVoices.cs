namespace Troubadour.Synthesis;

/// <summary>All voices of a track.</summary>
internal interface IVoices
{
    /// <summary>Voices that sound.</summary>
    int Sounding { get; }

    /// <summary>The frame of the next note that has not begun; long.MaxValue if none is left.</summary>
    long NextStart { get; }

    /// <summary>Adds the block that begins at <paramref name="start"/>; the spans have a block's length.</summary>
    void Render(long start, ControlDesk desk, Span<float> left, Span<float> right);
}
