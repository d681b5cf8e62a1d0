using Troubadour.Rendering;
using Troubadour.Separation;
using Troubadour.Singing;
using Troubadour.Singing.Neural;
using Troubadour.Synthesis;

namespace Troubadour.Engine;

/// <summary>The sound bank and the voice, loaded once when they are first needed.</summary>
internal sealed class SoundParts : IDisposable
{
    private readonly EngineOptions _options;
    private readonly Lazy<SoundBank> _bank;
    private readonly Lazy<Players> _players;
    private readonly Lazy<ISinger> _singer;
    private readonly Lazy<Separator> _separator;
    private readonly Lazy<TrackSplitter> _splitter;

    /// <summary>Loads nothing yet.</summary>
    /// <exception cref="MissingPartException">The dictionary or the folder of patches is missing, or a patch cannot be used.</exception>
    public SoundParts(EngineOptions options, TimeProvider time)
    {
        Require("The pronouncing dictionary", options.Dictionary, "festlex-cmu");
        _options = options;
        var patches = options.Patches is { } folder ? LoadPatches(folder) : null;
        _bank = new Lazy<SoundBank>(LoadBank);
        _players = new Lazy<Players>(() => new Players(_bank.Value, patches));
        _singer = new Lazy<ISinger>(LoadSinger);
        _separator = new Lazy<Separator>(() =>
            Model(folder => Separator.Load(Path.Combine(folder, "separation.onnx")))
        );
        _splitter = new Lazy<TrackSplitter>(() => Model(TrackSplitter.Load));
        Takes = options.Takes is { } shelf ? new TakeShelf(shelf, (long)options.TakesMegabytes << 20, time) : null;
    }

    /// <summary>Those who play the instruments.</summary>
    /// <exception cref="MissingPartException">The bank is missing.</exception>
    public Players Players => _players.Value;

    /// <summary>The singer.</summary>
    /// <exception cref="MissingPartException">The voice is missing or cannot be used.</exception>
    public ISinger Singer => _singer.Value;

    /// <summary>What takes recordings apart.</summary>
    /// <exception cref="MissingPartException">Its model is missing or cannot be used.</exception>
    public Separator Separator => _separator.Value;

    /// <summary>What splits their stems further.</summary>
    /// <exception cref="MissingPartException">A model is missing or cannot be used.</exception>
    public TrackSplitter Splitter => _splitter.Value;

    /// <summary>Where sung phrases are kept; null keeps them in memory.</summary>
    public TakeShelf? Takes { get; }

    /// <summary>True when the voice is there.</summary>
    /// <exception cref="MissingPartException">It cannot be told which one sings.</exception>
    public bool HasVoice => VoiceChoice.Find(_options).Exists;

    /// <summary>Asks for the voice.</summary>
    /// <exception cref="MissingPartException">It is missing.</exception>
    public void RequireVoice() => Voice();

    public void Dispose()
    {
        if (_bank.IsValueCreated)
        {
            _bank.Value.Dispose();
        }

        if (_separator.IsValueCreated)
        {
            _separator.Value.Dispose();
        }

        if (_splitter.IsValueCreated)
        {
            _splitter.Value.Dispose();
        }

        if (_singer.IsValueCreated)
        {
            (_singer.Value as IDisposable)?.Dispose();
        }
    }

    private static PatchLibrary LoadPatches(string folder)
    {
        try
        {
            return PatchLibrary.Load(folder);
        }
        catch (PatchException e)
        {
            throw new MissingPartException(e.Message, e);
        }
    }

    private SoundBank LoadBank()
    {
        Require("The sound bank", _options.SoundBank, "musescore-general-soundfont-small");
        return SoundBank.Load(_options.SoundBank);
    }

    private T Model<T>(Func<string, T> load)
    {
        try
        {
            return load(
                _options.Models ?? throw new MissingPartException("No folder of models for recordings is named.")
            );
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw new MissingPartException(e.Message, e);
        }
    }

    private ISinger LoadSinger()
    {
        var voice = Voice();
        try
        {
            return voice.IsBank ? NeuralSinger.Load(Voicebank.Read(voice.Path)) : LoadHts(voice.Path);
        }
        catch (InvalidDataException e)
        {
            throw new MissingPartException(e.Message, e);
        }
    }

    private static Singer LoadHts(string path)
    {
        var fault = HtsHeader.Fault(path);
        try
        {
            return fault is null ? new Singer(HtsVoice.Load(path)) : throw new InvalidDataException(fault);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"The voice {path} cannot be used: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private VoiceChoice Voice()
    {
        var voice = VoiceChoice.Find(_options);
        if (!voice.IsBank)
        {
            Require("The voice", voice.Path, "festvox-us-slt-hts");
        }

        return voice;
    }

    private static void Require(string what, string path, string package)
    {
        if (!File.Exists(path))
        {
            throw new MissingPartException(what, path, package);
        }
    }
}
