using Troubadour.Engine;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>The engine of this program.</summary>
public sealed class EngineFactory : IEngineFactory
{
    /// <inheritdoc />
    public IReadOnlyCollection<string> Settings { get; } = [];

    /// <inheritdoc />
    public IMusicEngine Create(IReadOnlyDictionary<string, string> settings, EnginePurpose purpose) =>
        throw new SettingsException("This build has no engine.");
}
