namespace Troubadour.Singing;

/// <summary>What the vocoder is to do, frame by frame.</summary>
internal sealed class ControlTrack(int length)
{
    /// <summary>Frames.</summary>
    public int Length { get; } = length;

    /// <summary>Fundamental frequency in Hz.</summary>
    public double[] Hertz { get; set; } = new double[length];

    /// <summary>True where the vocal folds swing.</summary>
    public bool[] Voiced { get; } = new bool[length];

    /// <summary>Gain in dB; negative infinity is silence.</summary>
    public double[] Gain { get; } = new double[length];

    /// <summary>Spectral tilt around 1 kHz in dB an octave.</summary>
    public double[] Tilt { get; } = new double[length];

    /// <summary>First formant of the vowel in Hz, 0 elsewhere.</summary>
    public double[] FirstFormant { get; } = new double[length];

    /// <summary>The kind of sound, for its share of noise.</summary>
    public PhoneClass[] Class { get; } = new PhoneClass[length];
}
