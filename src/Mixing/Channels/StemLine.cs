using System.Runtime.InteropServices;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// One or several channels of a group with effects of their own, on the way to a file that waits for the master's gains: channels and returns
/// summed, bus filter. All of it is linear once the gains are known, so that the stems sum to the mix.
/// </summary>
internal sealed class StemLine : IDisposable
{
    private readonly string _name;
    private readonly IReadOnlyList<Channel> _channels;
    private readonly List<Return> _returns;
    private readonly BusFilter _filter;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly FileStream _spool;

    public StemLine(string name, IReadOnlyList<Channel> channels, MixGroup group, string folder, int chunkFrames)
    {
        (_name, _channels, Group) = (name, channels, group);
        var rate = group.Mix.Rate;
        _returns = Returns.For(channels, group.Settings, group.ReturnsDucker, chunkFrames, rate);
        _filter = new(group.Settings.Bus, rate);
        _left = new float[chunkFrames];
        _right = new float[chunkFrames];
        _spool = new(
            Path.Combine(folder, $"stem-{Guid.NewGuid():N}.raw"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 0,
            }
        );
    }

    /// <summary>Whose gains it gets.</summary>
    public MixGroup Group { get; }

    /// <summary>The stems that a mix is asked for.</summary>
    /// <exception cref="ArgumentException">A stem would hold players of two groups.</exception>
    public static IEnumerable<StemLine> For(
        IEnumerable<Channel> channels,
        IReadOnlyList<MixGroup> groups,
        MixOptions options
    )
    {
        var folder = options.SpoolFolder ?? Path.GetTempPath();
        foreach (var stem in channels.GroupBy(c => options.StemGroups.GetValueOrDefault(c.Id, c.Id)))
        {
            var own = stem.ToList();
            var group = groups.First(g => g.Channels.Contains(own[0]));
            if (!own.TrueForAll(group.Channels.Contains))
            {
                throw new ArgumentException($"The stem {stem.Key} would be held only in part.", nameof(options));
            }

            yield return new(stem.Key, own, group, folder, options.ChunkFrames);
        }
    }

    /// <summary>Runs the stem's own effects on the chunk that its channels hold.</summary>
    public void Gather(int frames)
    {
        _channels[0].Left.AsSpan(0, frames).CopyTo(_left);
        _channels[0].Right.AsSpan(0, frames).CopyTo(_right);
        foreach (var channel in _channels.Skip(1).Where(channel => channel.Sounds))
        {
            Kernels.Add(_left.AsSpan(0, frames), channel.Left);
            Kernels.Add(_right.AsSpan(0, frames), channel.Right);
        }

        foreach (var one in _returns)
        {
            one.Process(frames);
            Kernels.Add(_left.AsSpan(0, frames), one.Left);
            Kernels.Add(_right.AsSpan(0, frames), one.Right);
        }
    }

    /// <summary>Gives the chunk the bus's filter and puts it away.</summary>
    public void Store(int frames)
    {
        var left = _left.AsSpan(0, frames);
        var right = _right.AsSpan(0, frames);
        _filter.Process(left, right);
        _spool.Write(MemoryMarshal.AsBytes(left));
        _spool.Write(MemoryMarshal.AsBytes(right));
    }

    /// <summary>Gives the whole stem the master's gains and hands over what comes from the first frame on.</summary>
    public void Emit(IStemSink sink, MasterCurve curve, int first, int frames, CancellationToken cancellation)
    {
        _spool.Position = 0;
        var tone = Group.Tone is { } gains ? ToneMatch.Filter(gains, Group.Mix.Rate) : null;
        for (var start = 0; start < frames; start += _left.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var left = _left.AsSpan(0, Math.Min(_left.Length, frames - start));
            var right = _right.AsSpan(0, left.Length);
            _spool.ReadExactly(MemoryMarshal.AsBytes(left));
            _spool.ReadExactly(MemoryMarshal.AsBytes(right));
            tone?.Process(left, right);
            curve.Apply(start, left, right);
            var skipped = Math.Clamp(first - start, 0, left.Length);
            if (skipped < left.Length)
            {
                sink.Write(_name, left[skipped..], right[skipped..]);
            }
        }
    }

    public void Dispose() => _spool.Dispose();
}
