using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Troubadour.Server.Settings;

/// <summary>Reads "Troubadour:" strictly: an unknown name or an impossible value is an error, told in a sentence.</summary>
public static class SettingsReader
{
    /// <summary>The part of the section that belongs to the engine; its names are the engine's.</summary>
    public const string EngineSection = "Engine";

    /// <summary>Reads and checks.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="engineSettings">Names allowed under "Troubadour:Engine".</param>
    /// <exception cref="SettingsException">A setting is unknown or impossible.</exception>
    public static TroubadourSettings Read(IConfiguration configuration, IReadOnlyCollection<string> engineSettings)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = new TroubadourSettings();
        var section = configuration.GetSection(TroubadourSettings.Section);
        foreach (var child in section.GetChildren())
        {
            if (child.Key.Equals(EngineSection, StringComparison.OrdinalIgnoreCase))
            {
                CheckEngine(child, engineSettings);
            }
            else
            {
                Set(settings, child);
            }
        }

        SettingsCheck.Check(settings);
        return settings;
    }

    /// <summary>The engine's own settings.</summary>
    public static IReadOnlyDictionary<string, string> ReadEngine(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration
            .GetSection($"{TroubadourSettings.Section}:{EngineSection}")
            .GetChildren()
            .Where(child => !string.IsNullOrEmpty(child.Value))
            .ToDictionary(child => child.Key, child => child.Value!, StringComparer.OrdinalIgnoreCase);
    }

    private static void CheckEngine(IConfigurationSection section, IReadOnlyCollection<string> known)
    {
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw Unknown(child.Path, known);
            }
        }
    }

    private static void Set(object target, IConfigurationSection section)
    {
        var properties = target
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .ToList();
        var property =
            properties.Find(p => p.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase))
            ?? throw Unknown(section.Path, properties.Select(p => p.Name));
        if (property.PropertyType.Namespace == typeof(TroubadourSettings).Namespace)
        {
            if (!string.IsNullOrEmpty(section.Value))
            {
                throw new SettingsException(
                    $"The setting '{section.Path}' is a group of settings and has no value of its own."
                );
            }

            foreach (var child in section.GetChildren())
            {
                Set(property.GetValue(target)!, child);
            }

            return;
        }

        property.SetValue(target, SettingValue.Read(section, property.PropertyType));
    }

    private static SettingsException Unknown(string path, IEnumerable<string> known) =>
        new(
            $"The setting '{path}' is not known. Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}."
        );
}
