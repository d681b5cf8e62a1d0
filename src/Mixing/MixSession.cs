using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// One run of a <see cref="MixDown"/>. Each chunk has four stages with all pieces of a stage in parallel: read the stems (and finish the
/// chunk before), run the strips, run what compresses several together, run the returns and the sum.
/// </summary>
internal sealed class MixSession : IDisposable
{
    private const double StreamingShare = 0.9;

    private readonly MixSettings _settings;
    private readonly MixOptions _options;
    private readonly Workers _workers;
    private readonly Desk _desk;
    private readonly List<MixGroup> _groups;
    private readonly List<Return> _returns;
    private readonly List<RoleBus> _buses;
    private readonly List<Channel> _alone;
    private readonly BusGlue _glue;
    private readonly MixListener _listener;
    private readonly int _frames;
    private readonly List<StemLine> _stems = [];

    public MixSession(
        IReadOnlyList<IStemSource> sources,
        MixSettings settings,
        MixOptions options,
        int frames,
        int rate
    )
    {
        (_settings, _options, _frames) = (settings, options, frames);
        _workers = new(options.Threads);
        _desk = new(sources, settings, options, rate);
        _groups = MixGroup.For(_desk.Channels, settings, options.ChunkFrames, frames, rate);
        _returns = [.. _groups.SelectMany(group => group.Returns)];
        _buses = [.. _groups.SelectMany(group => group.Buses).OrderByDescending(bus => bus.Members.Count)];
        _alone = [.. _desk.Channels.Except(_buses.SelectMany(bus => bus.Members))];
        _glue = new(settings.Bus.Glue, frames, rate);
        _listener = new(options.ChunkFrames, rate);
        if (options.Stems is not null)
        {
            _stems.AddRange(StemLine.For(_desk.Channels, _groups, options));
        }
    }

    private MixGroup Live => _groups[^1];

    private bool FindsGain => _groups.Count == 1 && _settings.MasterGainDb is null;

    // What is held has its tone, and what comes beside it gets the same.
    private bool FindsTone => _groups.Count == 1 && _settings is { Tone: null, Target: not null };

    public MixResult Run(CancellationToken cancellation)
    {
        var (start, last) = (0, 0);
        while (start < _frames)
        {
            var frames = Math.Min(_options.ChunkFrames, _frames - start);
            Chunk(start, frames, last, cancellation);
            start += frames;
            last = frames;
            _options.Progress?.Report(StreamingShare * start / Math.Max(1, _frames));
        }

        if (last > 0)
        {
            Finish(start - last, last);
        }

        if (FindsTone)
        {
            FindTone(cancellation);
        }

        var mastered = new MasterStage(_settings, _options, _workers, _groups, _glue).Run(
            _listener.Loudness,
            _stems,
            cancellation
        );
        return mastered with
        {
            Report = mastered.Report with { Channels = [.. _desk.Channels.Select(channel => channel.Report())] },
        };
    }

    public void Dispose()
    {
        foreach (var stem in _stems)
        {
            stem.Dispose();
        }
    }

    private void Chunk(int start, int frames, int lastFrames, CancellationToken cancellation)
    {
        var channels = _desk.Channels;
        foreach (var group in _groups)
        {
            group.ReturnsDucker?.Advance(frames);
        }

        _workers.Run(
            channels.Count + 1,
            i =>
            {
                if (i > 0)
                {
                    channels[i - 1].Read(frames);
                }
                else if (lastFrames > 0)
                {
                    Finish(start - lastFrames, lastFrames);
                }
            },
            cancellation
        );
        _workers.Run(channels.Count, i => channels[i].Process(frames), cancellation);
        _workers.Run(_buses.Count + _alone.Count, i => Together(i, frames), cancellation);
        _workers.Run(
            _returns.Count + 1 + _stems.Count,
            i =>
            {
                if (i < _returns.Count)
                {
                    _returns[i].Process(frames);
                }
                else if (i == _returns.Count)
                {
                    _groups.ForEach(group => group.SumChannels(start, frames));
                }
                else
                {
                    _stems[i - _returns.Count - 1].Gather(frames);
                }
            },
            cancellation
        );
    }

    private void Together(int i, int frames)
    {
        if (i >= _buses.Count)
        {
            _alone[i - _buses.Count].Measure(frames);
            return;
        }

        _buses[i].Process(frames);
        foreach (var member in _buses[i].Members)
        {
            member.Measure(frames);
        }
    }

    private void Finish(int start, int frames)
    {
        _groups.ForEach(group => group.AddReturns(start, frames));
        _listener.Follow(_glue, _groups, start, frames);
        _groups.ForEach(group => group.Filter(start, frames));
        if (FindsGain && !FindsTone)
        {
            _listener.Measure(Live.Mix, start, frames);
        }

        _stems.ForEach(stem => stem.Store(frames));
    }

    private void FindTone(CancellationToken cancellation)
    {
        var mix = Live.Mix;
        var levels = ToneSpectrum.Of(mix, _workers, cancellation);
        var gains = levels is null ? null : ToneMatch.Gains(levels, _settings, mix.Rate);
        Live.Tone = gains;
        var filter = gains is null ? null : ToneMatch.Filter(gains, mix.Rate);
        for (var start = 0; start < _frames; start += _options.ChunkFrames)
        {
            var frames = Math.Min(_options.ChunkFrames, _frames - start);
            filter?.Process(mix.Left.AsSpan(start, frames), mix.Right.AsSpan(start, frames));
            if (FindsGain)
            {
                _listener.Measure(mix, start, frames);
            }
        }
    }
}
