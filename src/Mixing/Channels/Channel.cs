using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>A stem on its way: its source, its strip and its sound of the present chunk.</summary>
internal sealed class Channel
{
    private readonly IStemSource _source;
    private readonly ChannelStrip _strip;
    private readonly PlannedDucker? _planned;
    private readonly LoudnessMeter? _meter;
    private readonly Automation? _delayCurve;
    private int _lastPoint;
    private int _unmeasured;

    public Channel(
        IStemSource source,
        ChannelSettings settings,
        IEnumerable<Ducker> duckers,
        MixOptions options,
        int rate
    )
    {
        var chunkFrames = options.ChunkFrames;
        _source = source;
        _planned = settings.Duck is { } duck ? new(duck, chunkFrames, rate) : null;
        _strip = new(settings, _planned is null ? duckers : [.. duckers, _planned], rate);
        Settings = settings;
        _meter = options.MeasureChannels ? new(rate) : null;
        _unmeasured = options.FirstFrame;
        Left = new float[chunkFrames];
        Right = new float[chunkFrames];
        Reverb = new float[chunkFrames];
        Chorus = new float[chunkFrames];
        if (settings.DelaySendDb is { } delay)
        {
            _delayCurve = new(delay, settings.DelaySendCurve, rate);
            DelayGains = new float[chunkFrames / Kernels.Control + 2];
            DelayGains[0] = _delayCurve.Start;
        }
    }

    public ChannelSettings Settings { get; }

    public string Id => _source.Id;

    /// <summary>Those who want to hear this stem before its strip.</summary>
    public List<Ducker> Listeners { get; } = [];

    public float[] Left { get; }

    public float[] Right { get; }

    public float[] Reverb { get; }

    public float[] Chorus { get; }

    /// <summary>The gains of the delay send in this chunk: the one before it, then one every 16 frames.</summary>
    public float[] DelayGains { get; } = [];

    public void Read(int frames)
    {
        _source.Read(
            Left.AsSpan(0, frames),
            Right.AsSpan(0, frames),
            Reverb.AsSpan(0, frames),
            Chorus.AsSpan(0, frames)
        );
        _planned?.Advance(frames);
        foreach (var listener in Listeners)
        {
            listener.Listen(Left.AsSpan(0, frames), Right.AsSpan(0, frames));
        }
    }

    /// <summary>True while the chunk holds anything but silence.</summary>
    public bool Sounds { get; private set; }

    public void Process(int frames)
    {
        Sounds = false;
        for (var start = 0; start < frames; start += ChannelStrip.Block)
        {
            var count = Math.Min(ChannelStrip.Block, frames - start);
            var left = Left.AsSpan(start, count);
            var right = Right.AsSpan(start, count);
            var sounds = _strip.Process(start, left, right, Reverb.AsSpan(start, count), Chorus.AsSpan(start, count));
            Sounds |= sounds;
            Measure(left, right, sounds);
        }

        FollowDelay(frames);
    }

    private void FollowDelay(int frames)
    {
        if (_delayCurve is null)
        {
            return;
        }

        var points = (frames + Kernels.Control - 1) / Kernels.Control;
        DelayGains[0] = DelayGains[_lastPoint];
        for (var i = 1; i <= points; i++)
        {
            DelayGains[i] = _delayCurve.Next();
        }

        _lastPoint = points;
    }

    // What comes before the first frame that is given does not count.
    private void Measure(ReadOnlySpan<float> left, ReadOnlySpan<float> right, bool sounds)
    {
        var skipped = Math.Min(_unmeasured, left.Length);
        _unmeasured -= skipped;
        if (sounds)
        {
            _meter?.Process(left[skipped..], right[skipped..]);
        }
        else
        {
            _meter?.Skip(left.Length - skipped);
        }
    }

    public ChannelReport Report() => new(Id, _meter?.Integrated ?? double.NegativeInfinity, _meter?.ShortTerm ?? []);
}
