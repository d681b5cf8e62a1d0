namespace Troubadour.Separation;

/// <summary>
/// One song's four stems on their way to twelve tracks that sum to them. A stem whose track is not there is added to other before other is
/// split. Holds about 130 MB whatever the length. Serves one thread.
/// </summary>
public sealed class TrackStream : IStemSink
{
    private readonly ITrackSink _sink;
    private readonly TrackPlan _plan;
    private readonly MaskStream _other;
    private readonly MaskStream? _vocals;
    private float[] _left = [];
    private float[] _right = [];
    private float[] _silence = [];

    internal TrackStream(IMaskNetwork families, IMaskNetwork voices, TrackPlan plan, ITrackSink sink)
    {
        (_plan, _sink) = (plan, sink);
        _other = Opened(families, TrackHeads.Families);
        _vocals = plan.Has(Track.Vocals) && plan.Has(Track.BackingVocals) ? Opened(voices, TrackHeads.Voices) : null;
    }

    /// <inheritdoc/>
    public void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (stem == Stem.Vocals)
        {
            Grow(left.Length);
            _left.AsSpan(0, left.Length).Clear();
            _right.AsSpan(0, left.Length).Clear();
        }

        if (stem == Stem.Other)
        {
            Add(left, right);
            _other.Push(_left.AsSpan(0, left.Length), _right.AsSpan(0, left.Length));
            foreach (var track in Enum.GetValues<Track>())
            {
                if (!_plan.Has(track))
                {
                    _sink.Write(track, _silence.AsSpan(0, left.Length), _silence.AsSpan(0, left.Length));
                }
            }
        }
        else if (stem == Stem.Vocals && _vocals is not null)
        {
            _vocals.Push(left, right);
        }
        else if (Alone(stem) is { } track)
        {
            _sink.Write(track, left, right);
        }
        else
        {
            Add(left, right);
        }
    }

    /// <summary>Ends the song: what is still inside comes out.</summary>
    public void Finish()
    {
        _other.Finish();
        _vocals?.Finish();
    }

    // The track that a stem is as a whole; null if it is not there.
    private Track? Alone(Stem stem) =>
        stem switch
        {
            Stem.Drums when _plan.Has(Track.Drums) => Track.Drums,
            Stem.Bass when _plan.Has(Track.Bass) => Track.Bass,
            Stem.Vocals when _plan.Has(Track.Vocals) => Track.Vocals,
            Stem.Vocals when _plan.Has(Track.BackingVocals) => Track.BackingVocals,
            _ => null,
        };

    // The strongest track comes last: it gets what rounding leaves.
    private MaskStream Opened(IMaskNetwork network, Track[] tracks)
    {
        var present = _plan.Present.Where(tracks.Contains).Distinct().Reverse().ToArray();
        var picked = present.Select(track => Array.IndexOf(tracks, track)).ToArray();
        return new MaskStream(new PickedMasks(network, picked), 0, new TrackParts(_sink, present));
    }

    private void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            _left[i] += left[i];
            _right[i] += right[i];
        }
    }

    private void Grow(int length)
    {
        if (_left.Length < length)
        {
            (_left, _right, _silence) = (new float[length], new float[length], new float[length]);
        }
    }

    private sealed class TrackParts(ITrackSink sink, Track[] tracks) : IPartSink
    {
        public void Write(int part, ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
            sink.Write(tracks[part], left, right);
    }
}
