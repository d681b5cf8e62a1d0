using Troubadour.Audio;

namespace Troubadour.Separation;

/// <summary>
/// Separates a song of unknown making into vocals, drums, bass and other: a small recurrent network reads the powers of mid and side in
/// 193 bands and gives each stem its share of each band; if asked, the drums' share meets medians over time and frequency
/// (Fitzgerald 2010). What comes out is an estimate. The stems sum to the song. One instance serves many songs at a time, each through a
/// stream of its own.
/// </summary>
public sealed class Separator : IDisposable
{
    private const int Block = 1 << 16;

    private readonly IMaskNetwork _network;
    private readonly SeparationOptions _options;

    internal Separator(IMaskNetwork network, SeparationOptions? options = null)
    {
        _options = options ?? new SeparationOptions();
        if (!(_options.MedianShare is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                _options.MedianShare,
                "The medians' share must be 0 to 1."
            );
        }

        _network = network;
    }

    /// <summary>Loads the network.</summary>
    /// <param name="modelPath">The file that training wrote (<c>models/separation.onnx</c>).</param>
    /// <param name="options">How to separate.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message names it.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or another model; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Separator Load(string modelPath, SeparationOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        return new Separator(OnnxMaskNetwork.Load(modelPath), options);
    }

    /// <summary>Opens a stream for one song at 44.1 kHz.</summary>
    /// <param name="sink">Takes the stems.</param>
    public SeparationStream Open(IStemSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return new SeparationStream(_network, _options, sink);
    }

    /// <summary>Separates a song that is in memory.</summary>
    /// <param name="mix">The song, at 44.1 kHz.</param>
    /// <param name="sink">Takes the stems.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellation">Ends it; asked every 1.5 s of sound.</param>
    /// <exception cref="ArgumentException">The song has another rate.</exception>
    /// <exception cref="InvalidDataException">A sample is no number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Separate(
        AudioBuffer mix,
        IStemSink sink,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(mix);
        if (mix.Rate != SampleRate.House)
        {
            throw new ArgumentException($"The song has {mix.Rate} Hz; {SampleRate.House} Hz are needed.", nameof(mix));
        }

        var stream = Open(sink);
        for (var at = 0; at < mix.Length; at += Block)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(Block, mix.Length - at);
            stream.Push(mix.Left.AsSpan(at, count), mix.Right.AsSpan(at, count));
            progress?.Report((double)at / mix.Length);
        }

        cancellation.ThrowIfCancellationRequested();
        stream.Finish();
        progress?.Report(1);
    }

    /// <summary>Separates a song into memory: four times its size.</summary>
    /// <param name="mix">The song, at 44.1 kHz.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">The song has another rate.</exception>
    /// <exception cref="InvalidDataException">A sample is no number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SeparatedSong Separate(
        AudioBuffer mix,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(mix);
        var song = new SeparatedSong(mix.Length);
        Separate(mix, new MemorySink(song), progress, cancellation);
        return song;
    }

    /// <inheritdoc/>
    public void Dispose() => (_network as IDisposable)?.Dispose();
}
