using System.Globalization;
using Troubadour.Composing;
using Troubadour.Engine;
using Troubadour.Lyrics;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Cli;

/// <summary>The engine of this program: the embedded one, with its parts where Debian's packages put them unless a setting says otherwise.</summary>
public sealed class EngineFactory : IEngineFactory, IDisposable
{
    // Beside ./data, where a server starts.
    private const string Voices = "./voices";

    // The writer keeps its own time.
    private readonly HttpClient _endpoints = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc />
    /// <remarks>LetterToSound named a file that is not read any more; set-ups that still name it start.</remarks>
    public IReadOnlyCollection<string> Settings { get; } =
    [
        "SoundBank",
        "Voice",
        "Voices",
        "Dictionary",
        "LetterToSound",
        "Styles",
        "Patches",
        "Models",
        "Threads",
        "Mp3Kilobits",
        "Takes",
        "TakesMegabytes",
    ];

    /// <inheritdoc />
    public void Check(IReadOnlyDictionary<string, string> settings)
    {
        try
        {
            EmbeddedEngine.FindVoice(Options(settings));
        }
        catch (MissingPartException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }

    /// <inheritdoc />
    public IMusicEngine Create(IReadOnlyDictionary<string, string> settings, EnginePurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            var engine = new EmbeddedEngine(Options(settings), TimeProvider.System);
            if (purpose == EnginePurpose.Make)
            {
                engine.Warm();
            }

            return engine;
        }
        catch (Exception e) when (e is MissingPartException or StyleException)
        {
            throw new SettingsException(e.Message);
        }
    }

    /// <inheritdoc />
    public ILyricsWriter CreateWriter(IReadOnlyDictionary<string, string> settings, ChatOptions? endpoint)
    {
        var options = Options(settings);
        try
        {
            var pronouncer = Pronouncer.Load(options.Dictionary);
            var house = HouseWriter.Load(Path.Combine(options.Styles, "lyrics"), pronouncer);
            return endpoint is null
                ? house
                : new ChatWriter(_endpoints, endpoint, house, pronouncer, TimeProvider.System);
        }
        catch (Exception e) when (e is LyricBookException or IOException)
        {
            throw new SettingsException(e.Message, e);
        }
    }

    /// <summary>The options that the settings say.</summary>
    /// <exception cref="SettingsException">A number is out of range.</exception>
    public static EngineOptions Options(IReadOnlyDictionary<string, string> settings) =>
        new()
        {
            SoundBank = settings.GetValueOrDefault("SoundBank") ?? DebianParts.SoundBank(),
            Voice = settings.GetValueOrDefault("Voice"),
            Voices = settings.GetValueOrDefault("Voices") ?? (Directory.Exists(Voices) ? Voices : null),
            Dictionary = settings.GetValueOrDefault("Dictionary") ?? DebianParts.Dictionary,
            Styles = settings.GetValueOrDefault("Styles") ?? Path.Combine(AppContext.BaseDirectory, "styles"),
            Patches = settings.GetValueOrDefault("Patches") ?? Path.Combine(AppContext.BaseDirectory, "patches"),
            Models = settings.GetValueOrDefault("Models") ?? Path.Combine(AppContext.BaseDirectory, "models"),
            Threads = Number(settings, "Threads", Math.Min(8, Environment.ProcessorCount), 1, 64),
            Takes = settings.GetValueOrDefault("Takes"),
            TakesMegabytes = Number(settings, "TakesMegabytes", 512, 16, 1 << 20),
            Mp3Kilobits = Number(settings, "Mp3Kilobits", 192, 32, 320),
        };

    /// <inheritdoc />
    public void Dispose() => _endpoints.Dispose();

    private static int Number(IReadOnlyDictionary<string, string> settings, string name, int usual, int low, int high)
    {
        if (!settings.TryGetValue(name, out var text))
        {
            return usual;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= low
            && value <= high
            ? value
            : throw new SettingsException(
                $"Troubadour:Engine:{name} must be a whole number from {low} to {high}, not '{text}'."
            );
    }
}
