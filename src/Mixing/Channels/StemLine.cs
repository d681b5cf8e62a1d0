using System.Runtime.InteropServices;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// A stem with effects of its own, on its way to a file that waits for the master gain: channel and returns summed, glue gains, bus filter.
/// All of it is linear once the gains are known, so that the stems sum to the mix.
/// </summary>
internal sealed class StemLine : IDisposable
{
    private readonly Channel _channel;
    private readonly List<Return> _returns;
    private readonly BusFilter _filter;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly FileStream _spool;

    public StemLine(Channel channel, List<Return> returns, BusSettings bus, string folder, int chunkFrames, int rate)
    {
        (_channel, _returns) = (channel, returns);
        _filter = new(bus, rate);
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

    /// <summary>Runs the stem's own effects on the chunk that its channel holds.</summary>
    public void Gather(int frames)
    {
        _channel.Left.AsSpan(0, frames).CopyTo(_left);
        _channel.Right.AsSpan(0, frames).CopyTo(_right);
        foreach (var one in _returns)
        {
            one.Process(frames);
            Kernels.Add(_left.AsSpan(0, frames), one.Left);
            Kernels.Add(_right.AsSpan(0, frames), one.Right);
        }
    }

    /// <summary>Gives the chunk the bus's gains and filter and puts it away.</summary>
    public void Store(MasterBus bus, int frames)
    {
        var left = _left.AsSpan(0, frames);
        var right = _right.AsSpan(0, frames);
        bus.ApplyGlue(left, right);
        _filter.Process(left, right);
        _spool.Write(MemoryMarshal.AsBytes(left));
        _spool.Write(MemoryMarshal.AsBytes(right));
    }

    /// <summary>Gives the whole stem the master's gains and hands it over.</summary>
    public void Emit(IStemSink sink, MasterCurve curve, int frames, CancellationToken cancellation)
    {
        _spool.Position = 0;
        for (var start = 0; start < frames; start += _left.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var left = _left.AsSpan(0, Math.Min(_left.Length, frames - start));
            var right = _right.AsSpan(0, left.Length);
            _spool.ReadExactly(MemoryMarshal.AsBytes(left));
            _spool.ReadExactly(MemoryMarshal.AsBytes(right));
            curve.Apply(start, left, right);
            sink.Write(_channel.Id, left, right);
        }
    }

    public void Dispose() => _spool.Dispose();
}
