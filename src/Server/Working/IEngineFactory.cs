using Troubadour.Engine;
using Troubadour.Writing;

namespace Troubadour.Server.Working;

/// <summary>Makes the engine. The one place where a program says which engine it has.</summary>
public interface IEngineFactory
{
    /// <summary>Names of the settings that the engine knows under "Troubadour:Engine".</summary>
    IReadOnlyCollection<string> Settings { get; }

    /// <summary>Checks the values without making anything, at the server's start.</summary>
    /// <param name="settings">Values set under "Troubadour:Engine", by name.</param>
    /// <exception cref="Settings.SettingsException">A value is impossible; the message says which and what is allowed.</exception>
    void Check(IReadOnlyDictionary<string, string> settings) { }

    /// <summary>Makes an engine.</summary>
    /// <param name="settings">Values set under "Troubadour:Engine", by name.</param>
    /// <param name="purpose">What it will be asked to do.</param>
    /// <exception cref="Settings.SettingsException">A part is missing, such as a sound bank; the message says which.</exception>
    IMusicEngine Create(IReadOnlyDictionary<string, string> settings, EnginePurpose purpose);

    /// <summary>Makes the writer of lyrics.</summary>
    /// <param name="settings">Values set under "Troubadour:Engine", by name.</param>
    /// <exception cref="Settings.SettingsException">A part is missing, such as the dictionary; the message says which.</exception>
    ILyricsWriter CreateWriter(IReadOnlyDictionary<string, string> settings);
}
