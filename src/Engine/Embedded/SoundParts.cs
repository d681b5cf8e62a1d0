using Troubadour.Rendering;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>The sound bank and the voice, loaded once when they are first needed.</summary>
internal sealed class SoundParts : IDisposable
{
    private readonly EngineOptions _options;
    private readonly Lazy<SoundBank> _bank;
    private readonly Lazy<ISinger> _singer;

    /// <summary>Loads nothing yet.</summary>
    /// <exception cref="MissingPartException">The dictionary is missing.</exception>
    public SoundParts(EngineOptions options, TimeProvider time)
    {
        Require("The pronouncing dictionary", options.Dictionary, "festlex-cmu");
        Require("The letter-to-sound rules", options.LetterToSound, "festlex-cmu");
        _options = options;
        _bank = new Lazy<SoundBank>(LoadBank);
        _singer = new Lazy<ISinger>(LoadSinger);
        Takes = options.Takes is { } folder ? new TakeShelf(folder, (long)options.TakesMegabytes << 20, time) : null;
    }

    /// <summary>The bank.</summary>
    /// <exception cref="MissingPartException">It is missing.</exception>
    public SoundBank Bank => _bank.Value;

    /// <summary>The singer.</summary>
    /// <exception cref="MissingPartException">The voice is missing.</exception>
    public ISinger Singer => _singer.Value;

    /// <summary>Where sung phrases are kept; null keeps them in memory.</summary>
    public TakeShelf? Takes { get; }

    /// <summary>True when the voice's file is there.</summary>
    public bool HasVoice => File.Exists(_options.Voice);

    /// <summary>Asks for the voice's file.</summary>
    /// <exception cref="MissingPartException">It is missing.</exception>
    public void RequireVoice() => Require("The voice", _options.Voice, "festvox-us-slt-hts");

    public void Dispose()
    {
        if (_bank.IsValueCreated)
        {
            _bank.Value.Dispose();
        }
    }

    private SoundBank LoadBank()
    {
        Require("The sound bank", _options.SoundBank, "musescore-general-soundfont-small");
        return SoundBank.Load(_options.SoundBank);
    }

    private Singer LoadSinger()
    {
        RequireVoice();
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
