using Troubadour.Audio;

namespace Troubadour.Separation;

/// <summary>Collects tracks in memory: twelve times the song's size.</summary>
public sealed class MemoryTracks : ITrackSink
{
    private readonly AudioBuffer[] _tracks;
    private readonly int[] _written;

    /// <summary>Makes room for a song.</summary>
    /// <param name="length">Its samples.</param>
    public MemoryTracks(int length)
    {
        _tracks = [.. Enum.GetValues<Track>().Select(_ => new AudioBuffer(length))];
        _written = new int[_tracks.Length];
    }

    /// <summary>A track, at 44.1 kHz.</summary>
    public AudioBuffer this[Track track] => _tracks[(int)track];

    /// <summary>How many samples of a track have come.</summary>
    public int Written(Track track) => _written[(int)track];

    /// <inheritdoc/>
    public void Write(Track track, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var at = _written[(int)track];
        left.CopyTo(_tracks[(int)track].Left.AsSpan(at));
        right.CopyTo(_tracks[(int)track].Right.AsSpan(at));
        _written[(int)track] = at + left.Length;
    }
}
