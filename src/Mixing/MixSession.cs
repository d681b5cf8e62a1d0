using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// One run of a <see cref="MixDown"/>. Each chunk has three stages with all pieces of a stage in parallel: read the stems (and finish the
/// chunk before), run the strips, run the returns and the sum.
/// </summary>
internal sealed class MixSession : IDisposable
{
    private const double StreamingShare = 0.9;

    private readonly MixSettings _settings;
    private readonly MixOptions _options;
    private readonly Workers _workers;
    private readonly Desk _desk;
    private readonly MasterBus _bus;
    private readonly LoudnessMeter _meter;
    private readonly AudioBuffer _mix;
    private readonly List<StemLine> _stems = [];

    public MixSession(
        IReadOnlyList<IStemSource> sources,
        MixSettings settings,
        MixOptions options,
        int frames,
        int rate
    )
    {
        (_settings, _options) = (settings, options);
        _workers = new(options.Threads);
        _desk = new(sources, settings, options, rate);
        _bus = new(settings.Bus, options.ChunkFrames, rate);
        _meter = new(rate);
        _mix = new(frames, rate);
        if (options.Stems is not null)
        {
            var folder = options.SpoolFolder ?? Path.GetTempPath();
            foreach (var group in _desk.Channels.GroupBy(c => options.StemGroups.GetValueOrDefault(c.Id, c.Id)))
            {
                var channels = group.ToList();
                var own = Returns.For(channels, settings, _desk.ReturnsDucker, options.ChunkFrames, rate);
                _stems.Add(new(group.Key, channels, own, settings.Bus, folder, options.ChunkFrames, rate));
            }
        }
    }

    public MixResult Run(CancellationToken cancellation)
    {
        var (start, last) = (0, 0);
        while (start < _mix.Length)
        {
            var frames = Math.Min(_options.ChunkFrames, _mix.Length - start);
            Chunk(start, frames, last, cancellation);
            start += frames;
            last = frames;
            _options.Progress?.Report(StreamingShare * start / Math.Max(1, _mix.Length));
        }

        if (last > 0)
        {
            Finish(start - last, last);
        }

        return Master(cancellation);
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
        var returns = _desk.Returns;
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
        _workers.Run(
            returns.Count + 1 + _stems.Count,
            i =>
            {
                if (i < returns.Count)
                {
                    returns[i].Process(frames);
                }
                else if (i == returns.Count)
                {
                    SumChannels(start, frames);
                }
                else
                {
                    _stems[i - returns.Count - 1].Gather(frames);
                }
            },
            cancellation
        );
    }

    private void SumChannels(int start, int frames)
    {
        var left = _mix.Left.AsSpan(start, frames);
        var right = _mix.Right.AsSpan(start, frames);
        foreach (var channel in _desk.Channels)
        {
            Kernels.Add(left, channel.Left);
            Kernels.Add(right, channel.Right);
        }
    }

    private void Finish(int start, int frames)
    {
        var left = _mix.Left.AsSpan(start, frames);
        var right = _mix.Right.AsSpan(start, frames);
        foreach (var one in _desk.Returns)
        {
            Kernels.Add(left, one.Left);
            Kernels.Add(right, one.Right);
        }

        _bus.Process(left, right);
        _meter.Process(left, right);
        foreach (var stem in _stems)
        {
            stem.Store(_bus, frames);
        }
    }

    private MixResult Master(CancellationToken cancellation)
    {
        var (curve, gainDb, limiterDb) = new Mastering(_mix, _settings, _workers).Find(_meter.Integrated, cancellation);
        foreach (var stem in _stems)
        {
            stem.Emit(_options.Stems!, curve, _options.FirstFrame, _mix.Length, cancellation);
        }

        curve.Apply(0, _mix.Left, _mix.Right);
        var master = Given();
        LoudnessMeter? loudness = null;
        TruePeakMeter? peak = null;
        _workers.Run(
            2,
            i =>
            {
                if (i == 0)
                {
                    loudness = LoudnessMeter.Of(master);
                }
                else
                {
                    peak = TruePeakMeter.Of(master);
                }
            },
            cancellation
        );
        _options.Progress?.Report(1);
        return new(master, Report(loudness!, peak!, gainDb, limiterDb));
    }

    private AudioBuffer Given()
    {
        var first = Math.Min(_options.FirstFrame, _mix.Length);
        if (first == 0)
        {
            return _mix;
        }

        var given = new AudioBuffer(_mix.Length - first, _mix.Rate);
        _mix.Left.AsSpan(first).CopyTo(given.Left);
        _mix.Right.AsSpan(first).CopyTo(given.Right);
        return given;
    }

    private MixReport Report(LoudnessMeter loudness, TruePeakMeter peak, double gainDb, double limiterDb) =>
        new(
            loudness.Integrated,
            loudness.Range,
            peak.Decibels,
            DeterministicMath.ToDecibels(peak.SamplePeak),
            gainDb,
            limiterDb,
            -DeterministicMath.ToDecibels(_bus.LeastGlue) + (_settings.Bus.Glue?.MakeupDb ?? 0),
            loudness.ShortTerm,
            [.. _desk.Channels.Select(channel => channel.Report())]
        );
}
