namespace Troubadour.Audio;

/// <summary>The rate of everything the engine renders.</summary>
public static class SampleRate
{
    /// <summary>Frames a second of every stem, mix and master.</summary>
    public const int House = 44100;
}
