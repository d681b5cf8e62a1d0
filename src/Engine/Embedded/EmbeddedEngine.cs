using Troubadour.Composing;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Singing.Neural;

namespace Troubadour.Engine;

/// <summary>
/// The engine of this house: composes, sings, plays, mixes and masters on the processor it runs on. Safe to call from many threads;
/// sounds and voice are loaded once, when they are first needed or by <see cref="Warm"/>.
/// </summary>
public sealed class EmbeddedEngine : IMusicEngine, IDisposable
{
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly SoundParts _parts;
    private readonly OrderDesk _orders;
    private readonly StyleLibrary _styles;
    private readonly Pronouncer _pronouncer;

    /// <summary>Loads styles and pronunciation.</summary>
    /// <exception cref="MissingPartException">The dictionary is missing, or the synthesizers' patches cannot be used.</exception>
    /// <exception cref="StyleException">A style file is wrong.</exception>
    public EmbeddedEngine(EngineOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _parts = new SoundParts(options, time);
        _styles = StyleLibrary.Load(options.Styles);
        _pronouncer = Pronouncer.Load(options.Dictionary);
        _orders = new OrderDesk(_styles, _pronouncer, _parts);
    }

    /// <summary>Finds the voice that will sing, and reads a voicebank's configuration, without loading any model.</summary>
    /// <param name="options">Where voices are.</param>
    /// <returns>The voice's file or folder; null when none is installed.</returns>
    /// <exception cref="MissingPartException">What is named cannot be used; one sentence says why.</exception>
    public static string? FindVoice(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var voice = VoiceChoice.Find(options);
        try
        {
            return !voice.Exists ? null
                : voice.IsBank ? Voicebank.Read(voice.Path).Folder
                : voice.Path;
        }
        catch (InvalidDataException e)
        {
            throw new MissingPartException(e.Message, e);
        }
    }

    /// <summary>Those who play the instruments, for benches.</summary>
    internal Players Players => _parts.Players;

    /// <summary>Loads sounds and voice now, so that the first song need not wait for them.</summary>
    /// <exception cref="MissingPartException">The sound bank is missing. A missing voice is no error here.</exception>
    public void Warm()
    {
        _ = _parts.Players;
        if (_parts.HasVoice)
        {
            _ = _parts.Singer;
        }
    }

    /// <inheritdoc />
    public SongBrief Prepare(SongOrder order, Song? source = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        return _orders.Prepare(order, source);
    }

    /// <inheritdoc />
    public SongPortrait Portray(SongBrief brief) => _orders.Portray(brief);

    /// <inheritdoc />
    public Task<MadeSong> MakeAsync(
        MakeRequest request,
        IProgress<MakeProgress> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        return Task.Run(() => Make(request, progress, cancellation), cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _parts.Dispose();

    private MadeSong Make(MakeRequest request, IProgress<MakeProgress> progress, CancellationToken cancellation)
    {
        var watch = new StageWatch(_time);
        progress.Report(new MakeProgress(MakeStage.Compose, 0.01));
        var job = new MakeJob(request, _options, _parts, progress, cancellation);
        if (request.Order.Kind is OrderKind.Understand or OrderKind.Align)
        {
            return request.Order.Kind == OrderKind.Understand
                ? new ListenMaker(job, _styles).Make()
                : new AlignMaker(job, _pronouncer).Make();
        }

        var written = _orders.Write(request.Order, request.Source);
        watch.Mark(MakeStage.Compose);
        progress.Report(new MakeProgress(MakeStage.Sing, 0.04));
        var made = request.Order.Kind switch
        {
            OrderKind.Stems => new SplitMaker(job).Make(written.Song),
            OrderKind.Voice => new VoiceMaker(job).Make(written.Song),
            _ => new ClipMaker(job, watch).Make(written),
        };
        progress.Report(new MakeProgress(MakeStage.Master, 1));
        return made;
    }
}
