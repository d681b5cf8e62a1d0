using Troubadour.Composing;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Rendering;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>
/// The engine of this house: composes, sings, plays, mixes and masters on the processor it runs on. Safe to call from many threads;
/// sounds and voice are loaded once, when they are first needed or by <see cref="Warm"/>.
/// </summary>
public sealed class EmbeddedEngine : IMusicEngine, IDisposable
{
    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly Composer _composer;
    private readonly Lazy<SoundBank> _bank;
    private readonly Lazy<Singer> _singer;

    /// <summary>Loads styles and pronunciation.</summary>
    /// <exception cref="MissingPartException">The dictionary is missing.</exception>
    /// <exception cref="StyleException">A style file is wrong.</exception>
    public EmbeddedEngine(EngineOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require("The pronouncing dictionary", options.Dictionary, "festlex-cmu");
        Require("The letter-to-sound rules", options.LetterToSound, "festlex-cmu");
        _options = options;
        _time = time;
        _composer = new Composer(
            StyleLibrary.Load(options.Styles),
            Pronouncer.Load(options.Dictionary, options.LetterToSound)
        );
        _bank = new Lazy<SoundBank>(LoadBank);
        _singer = new Lazy<Singer>(LoadSinger);
    }

    /// <summary>Loads sounds and voice now, so that the first song need not wait for them.</summary>
    /// <exception cref="MissingPartException">The sound bank is missing. A missing voice is no error here.</exception>
    public void Warm()
    {
        _ = _bank.Value;
        if (File.Exists(_options.Voice))
        {
            _ = _singer.Value;
        }
    }

    /// <inheritdoc />
    public SongBrief Prepare(SongOrder order, Song? source = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.IsEdit)
        {
            throw new NotSupportedException($"{order.Kind} is not made yet.");
        }

        var filled = _composer.Fill(order.Brief);
        if (filled.IsVocal)
        {
            CheckVocal(filled);
        }

        Refusing(() =>
        {
            _composer.Check(filled);
            return 0;
        });
        return filled;
    }

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
    public void Dispose()
    {
        if (_bank.IsValueCreated)
        {
            _bank.Value.Dispose();
        }
    }

    private MadeSong Make(MakeRequest request, IProgress<MakeProgress> progress, CancellationToken cancellation)
    {
        var watch = new StageWatch(_time);
        progress.Report(new MakeProgress(MakeStage.Compose, 0.01));
        var song = Refusing(() => _composer.Compose(Prepare(request.Order, request.Source)));
        watch.Mark(MakeStage.Compose);
        progress.Report(new MakeProgress(MakeStage.Sing, 0.04));
        var choir = song.Vocals.IsEmpty
            ? Choir.Silent
            : Choir.Sing(song, _singer.Value, _options.Threads, progress, cancellation);
        watch.Mark(MakeStage.Sing);
        var desk = new MixDesk(song, choir, _bank.Value, _options.Threads);
        var mixed = desk.Run(request, progress, cancellation);
        watch.Mark(MakeStage.Mix);
        progress.Report(new MakeProgress(MakeStage.Master, 0.94));
        new SongFiles(request, song, _options.Mp3Kilobits).Write(mixed, choir, watch, cancellation);
        progress.Report(new MakeProgress(MakeStage.Master, 1));
        return new MadeSong(
            mixed.Master.Seconds,
            song.Lyrics,
            song.Brief.Genres.FirstOrDefault() ?? song.Style,
            song.Brief.Moods.FirstOrDefault() ?? "",
            song.Voice?.Gender,
            song.Voice?.Timbre,
            song.Brief.Seed
        )
        {
            Title = song.Title,
        };
    }

    private void CheckVocal(SongBrief brief)
    {
        if (!LyricsReader.Read(brief.Lyrics).Any(section => !section.IsInstrumental))
        {
            throw new SongRefusedException("The lyrics have no words to sing.");
        }

        if (!Pronouncer.IsSingable(LyricsReader.Words(brief.Lyrics)))
        {
            throw new SongRefusedException("input language not supported") { IsLanguage = true };
        }

        try
        {
            Require("The voice", _options.Voice, "festvox-us-slt-hts");
        }
        catch (MissingPartException e)
        {
            throw new SongRefusedException("No voice is installed, so songs cannot be sung. " + e.Message, e);
        }
    }

    private static T Refusing<T>(Func<T> compose)
    {
        try
        {
            return compose();
        }
        catch (Exception e) when (e is LyricsDoNotFitException or BriefRefusedException)
        {
            throw new SongRefusedException(e.Message, e);
        }
    }

    private SoundBank LoadBank()
    {
        Require("The sound bank", _options.SoundBank, "musescore-general-soundfont-small");
        return SoundBank.Load(_options.SoundBank);
    }

    private Singer LoadSinger()
    {
        Require("The voice", _options.Voice, "festvox-us-slt-hts");
        return new Singer(HtsVoice.Load(_options.Voice));
    }

    private static void Require(string what, string path, string package)
    {
        if (!File.Exists(path))
        {
            throw new MissingPartException(what, path, package);
        }
    }
}
