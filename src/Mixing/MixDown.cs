using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Mixes stems to a master. Stems are pulled in chunks; the pieces of a chunk run on up to the given number of threads and are summed in a
/// fixed order, so that thread count and chunk length do not change a bit. Only the stereo mix is held whole, for mastering.
/// </summary>
public sealed class MixDown
{
    private readonly MixSettings _settings;
    private readonly int _rate;

    /// <summary>Takes the settings.</summary>
    public MixDown(MixSettings settings, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 8000);
        (_settings, _rate) = (settings, rate);
    }

    /// <summary>Mixes.</summary>
    /// <param name="sources">Stems at their start, at the mix's rate, each with its own id. Each is read by one thread at a time.</param>
    /// <param name="frames">The length of the mix; the master is shorter by the option's first frame.</param>
    /// <param name="options">How to compute it.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <exception cref="ArgumentException">Two stems have the same id, the chunk length is no multiple of 512, or the first frame is below 0.</exception>
    public MixResult Run(
        IReadOnlyList<IStemSource> sources,
        int frames,
        MixOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        options ??= new();
        if (options.ChunkFrames <= 0 || options.ChunkFrames % ChannelStrip.Block != 0)
        {
            throw new ArgumentException($"A chunk is a multiple of {ChannelStrip.Block} frames.", nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(options.FirstFrame);
        using var session = new MixSession(sources, _settings, options, frames, _rate);
        return session.Run(cancellation);
    }
}
