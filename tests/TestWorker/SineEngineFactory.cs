using Troubadour.Engine;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.TestWorker;

/// <summary>Makes the humming engine, or refuses like one that misses a part.</summary>
public sealed class SineEngineFactory : IEngineFactory
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Settings { get; } = ["SoundBank"];

    /// <inheritdoc />
    public IMusicEngine Create(IReadOnlyDictionary<string, string> settings, EnginePurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.TryGetValue("SoundBank", out var bank) && !File.Exists(bank)
            ? throw new SettingsException($"The sound bank '{bank}' does not exist.")
            : new SineEngine();
    }

    /// <inheritdoc />
    public ILyricsWriter CreateWriter(IReadOnlyDictionary<string, string> settings) => new SineWriter();
}
