using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// What an index is asked with: a clip's landmarks on two grids half a frame apart, since nothing says where a song's frames lie in a
/// clip that was cut anywhere.
/// </summary>
public sealed class ClipProbe
{
    private readonly Landmark[] _landmarks;

    internal ClipProbe(int frames, Landmark[] landmarks)
    {
        Frames = frames;
        _landmarks = landmarks;
    }

    /// <summary>Frames of <see cref="Fingerprint.FrameSeconds"/>.</summary>
    public int Frames { get; }

    /// <summary>The landmarks of both grids, by frame and then by hash.</summary>
    public ReadOnlySpan<Landmark> Landmarks => _landmarks;

    /// <summary>Listens to a clip.</summary>
    /// <param name="clip">Stereo of any rate; under three seconds there is too little to be sure of.</param>
    public static ClipProbe Of(AudioBuffer clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var mono = PowerMap.ToMono(clip);
        var (first, second) = (Fingerprint.Of(mono, 0), Fingerprint.Of(mono, PowerMap.Hop / 2));
        Landmark[] both = [.. first.Landmarks, .. second.Landmarks];
        Array.Sort(both, (a, b) => a.Frame != b.Frame ? a.Frame.CompareTo(b.Frame) : a.Hash.CompareTo(b.Hash));
        return new(first.Frames, both);
    }
}
