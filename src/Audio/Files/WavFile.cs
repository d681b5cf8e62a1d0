namespace Troubadour.Audio;

/// <summary>A WAV file in memory.</summary>
/// <param name="Channels">One array a channel, of equal lengths, full scale ±1.</param>
/// <param name="Rate">Frames a second.</param>
public sealed record WavFile(IReadOnlyList<float[]> Channels, int Rate)
{
    /// <summary>Frames.</summary>
    public int Length => Channels[0].Length;

    /// <summary>As stereo: mono goes to both sides, further channels after the first two are left out.</summary>
    public AudioBuffer ToStereo()
    {
        var buffer = new AudioBuffer(Length, Rate);
        Channels[0].CopyTo(buffer.Left.AsSpan());
        Channels[Channels.Count > 1 ? 1 : 0].CopyTo(buffer.Right.AsSpan());
        return buffer;
    }

    /// <summary>As mono: the mean of the channels.</summary>
    public float[] ToMono()
    {
        var mono = new float[Length];
        foreach (var channel in Channels)
        {
            for (var i = 0; i < mono.Length; i++)
            {
                mono[i] += channel[i] / Channels.Count;
            }
        }

        return mono;
    }
}
