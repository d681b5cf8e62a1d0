namespace Troubadour.Audio;

/// <summary>Stereo sound in memory: two channels of equal length, full scale ±1.</summary>
public sealed class AudioBuffer
{
    /// <summary>Makes silence.</summary>
    /// <param name="length">Frames.</param>
    /// <param name="sampleRate">Frames a second.</param>
    public AudioBuffer(int length, int sampleRate = Audio.SampleRate.House)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        Left = new float[length];
        Right = new float[length];
        Rate = sampleRate;
    }

    /// <summary>The left channel.</summary>
    public float[] Left { get; }

    /// <summary>The right channel.</summary>
    public float[] Right { get; }

    /// <summary>Frames a second.</summary>
    public int Rate { get; }

    /// <summary>Frames.</summary>
    public int Length => Left.Length;

    /// <summary>Length in seconds.</summary>
    public double Seconds => (double)Length / Rate;
}
