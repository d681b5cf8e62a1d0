namespace Troubadour.Audio;

/// <summary>How samples lie in a WAV file.</summary>
public enum WavFormat
{
    /// <summary>16-bit integers, dithered.</summary>
    Pcm16,

    /// <summary>24-bit integers, rounded.</summary>
    Pcm24,

    /// <summary>32-bit floats, as they are.</summary>
    Float32,
}
