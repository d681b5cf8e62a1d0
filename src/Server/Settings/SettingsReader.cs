using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Troubadour.Server.Settings;

/// <summary>Reads "Troubadour:" strictly: an unknown name or an impossible value is an error, told in a sentence.</summary>
public static class SettingsReader
{
    /// <summary>The part of the section that belongs to the engine; its names are the engine's.</summary>
    public const string EngineSection = "Engine";

    private const int LeastKeyLength = 16;

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

        Check(settings);
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

        if (section.GetChildren().Any())
        {
            throw new SettingsException($"The setting '{section.Path}' is a single value, not a group.");
        }

        property.SetValue(target, Convert(section, property.PropertyType));
    }

    private static object Convert(IConfigurationSection section, Type type)
    {
        var text = section.Value ?? "";
        if (type == typeof(string))
        {
            return text;
        }

        if (
            type == typeof(int)
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i)
        )
        {
            return i;
        }

        if (
            type == typeof(long)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var l)
        )
        {
            return l;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var b)
                ? b
                : throw new SettingsException($"The setting '{section.Path}' must be true or false, not '{text}'.");
        }

        throw new SettingsException($"The setting '{section.Path}' must be a whole number, not '{text}'.");
    }

    private static void Check(TroubadourSettings settings)
    {
        Require(!string.IsNullOrWhiteSpace(settings.DataDirectory), "DataDirectory", "must name a folder.");
        Require(settings.Workers is >= 0 and <= 256, "Workers", "must be 1 to 256, or 0 for one less than the cores.");
        Require(
            settings.BootstrapKey.Length == 0 || settings.BootstrapKey.Trim().Length >= LeastKeyLength,
            "BootstrapKey",
            $"must have {LeastKeyLength} characters or more."
        );
        Require(
            settings.BootstrapKey.All(c => c is > ' ' and <= '~'),
            "BootstrapKey",
            "must be made of ASCII letters, digits and signs without spaces, because it travels in a header."
        );
        Require(settings.BootstrapCredits >= 0, "BootstrapCredits", "must be 0 or more.");
        Require(settings.Queue.MaxOpen >= 1, "Queue:MaxOpen", "must be 1 or more.");
        Require(settings.Queue.MaxPerKey >= 1, "Queue:MaxPerKey", "must be 1 or more.");
        Require(settings.Queue.ReconcileSeconds is >= 1 and <= 3600, "Queue:ReconcileSeconds", "must be 1 to 3600.");
        Require(settings.Render.TimeoutSeconds is >= 1 and <= 86_400, "Render:TimeoutSeconds", "must be 1 to 86400.");
        Require(settings.Render.MemoryMb >= 64, "Render:MemoryMb", "must be 64 or more.");
        Require(settings.Render.MaxCrashes is >= 0 and <= 100, "Render:MaxCrashes", "must be 0 to 100.");
        Require(settings.Render.DrainSeconds is >= 0 and <= 600, "Render:DrainSeconds", "must be 0 to 600.");
        Require(settings.Prices.Nuro >= 0, "Prices:Nuro", "must be 0 or more.");
        Require(settings.Blobs.MinFreeMb >= 0, "Blobs:MinFreeMb", "must be 0 or more.");
        Require(IsBaseUrl(settings.PublicBaseUrl), "PublicBaseUrl", "must be an absolute http or https address.");
    }

    private static bool IsBaseUrl(string text) =>
        text.Length == 0
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme is "http" or "https")
            && url.Query.Length == 0
            && url.Fragment.Length == 0
        );

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            throw new SettingsException($"The setting '{TroubadourSettings.Section}:{name}' {rule}");
        }
    }

    private static SettingsException Unknown(string path, IEnumerable<string> known) =>
        new(
            $"The setting '{path}' is not known. Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}."
        );
}
