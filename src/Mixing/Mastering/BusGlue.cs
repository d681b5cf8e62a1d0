using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Glue compression as a plan: it listens to the sum of all stems before the bus's filter, and its gains are applied with the limiter's, behind
/// the filter, so that all that moves from bus to master is one track.
/// </summary>
internal sealed class BusGlue
{
    private readonly Compressor? _compressor;
    private int _edge;

    public BusGlue(CompressorSettings? settings, int frames, int rate)
    {
        _compressor = settings is null ? null : new(settings, rate);
        Steps = new int[GainTrack.Edges(frames)];
        Steps[0] = GainSteps.Nearest(settings?.MakeupDb ?? 0);
        Least = Steps[0];
    }

    /// <summary>The gain at each block's start, and at the end of the last, as far as the song was heard.</summary>
    public int[] Steps { get; }

    /// <summary>The lowest gain so far, in steps.</summary>
    public int Least { get; private set; }

    /// <summary>Listens to the next frames, a multiple of a block but for the last ones.</summary>
    public void Follow(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var start = 0; _compressor is not null && start < left.Length; start += Limiter.Block)
        {
            var count = Math.Min(Limiter.Block, left.Length - start);
            var gain = _compressor.FollowDb(left.Slice(start, count), right.Slice(start, count));
            Steps[++_edge] = GainSteps.Nearest(gain);
            Least = Math.Min(Least, Steps[_edge]);
        }
    }
}
