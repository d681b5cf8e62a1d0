using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// What a recording is known by: pairs of spectral peaks and when they sound (A. L. Wang 2003, "An industrial-strength audio search
/// algorithm"). About 31 landmarks a second. Gain, coding, another rate and noise leave many of them; another key or tempo leaves none.
/// </summary>
public sealed class Fingerprint
{
    /// <summary>Seconds of a frame.</summary>
    public const double FrameSeconds = (double)PowerMap.Hop / PowerMap.Rate;

    private const int PeaksPerSecond = 2;
    private const int PairsPerPeak = 3;

    private readonly Landmark[] _landmarks;

    internal Fingerprint(int frames, Landmark[] landmarks)
    {
        Frames = frames;
        _landmarks = landmarks;
    }

    /// <summary>Frames of the recording.</summary>
    public int Frames { get; }

    /// <summary>The landmarks, by frame and then by hash.</summary>
    public ReadOnlySpan<Landmark> Landmarks => _landmarks;

    /// <summary>Takes the fingerprint of a recording.</summary>
    /// <param name="audio">Stereo of any rate; what both channels have in common is listened to, from 172 to 4,199 Hz.</param>
    public static Fingerprint Of(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        return Of(PowerMap.ToMono(audio), 0);
    }

    /// <summary>Takes the fingerprint of mono sound at <see cref="PowerMap.Rate"/>, so many samples after its start.</summary>
    internal static Fingerprint Of(float[] mono, int delay)
    {
        var map = new PowerMap(mono, delay);
        return new(map.Frames, PeakPairs.Of(PeakFinder.Find(map, PeaksPerSecond), PairsPerPeak));
    }
}
