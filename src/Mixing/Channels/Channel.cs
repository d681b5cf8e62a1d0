using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>A stem on its way: its source, its strip and its sound of the present chunk.</summary>
internal sealed class Channel
{
    private readonly IStemSource _source;
    private readonly ChannelStrip _strip;
    private readonly PlannedDucker? _planned;
    private readonly PresenceDip? _dip;
    private readonly LoudnessMeter? _meter;
    private readonly bool[] _sounding;
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
        _dip = settings.PresenceDuck is { } dip ? new(dip, chunkFrames, rate) : null;
        _strip = new(settings, _planned is null ? duckers : [.. duckers, _planned], _dip, rate);
        Settings = settings;
        _meter = options.MeasureChannels ? new(rate) : null;
        _unmeasured = options.FirstFrame;
        _sounding = new bool[(chunkFrames + ChannelStrip.Block - 1) / ChannelStrip.Block];
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
        _dip?.Advance(frames);
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
            _sounding[start / ChannelStrip.Block] = sounds;
        }

        FollowDelay(frames);
    }

    /// <summary>Measures the chunk as it has become; what comes before the first frame that is given does not count.</summary>
    public void Measure(int frames)
    {
        for (var start = 0; _meter is not null && start < frames; start += ChannelStrip.Block)
        {
            var count = Math.Min(ChannelStrip.Block, frames - start);
            var skipped = Math.Min(_unmeasured, count);
            _unmeasured -= skipped;
            if (_sounding[start / ChannelStrip.Block])
            {
                _meter.Process(Left.AsSpan(start, count)[skipped..], Right.AsSpan(start, count)[skipped..]);
            }
            else
            {
                _meter.Skip(count - skipped);
            }
        }
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

    public ChannelReport Report() => new(Id, _meter?.Integrated ?? double.NegativeInfinity, _meter?.ShortTerm ?? []);
}
