using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Troubadour.Server.Settings;

/// <summary>Reads one setting as its type: text, whole number, true or false, or a list of texts or numbers (name:0, name:1, ...).</summary>
internal static class SettingValue
{
    /// <summary>The value.</summary>
    /// <exception cref="SettingsException">It is not written as the type asks.</exception>
    public static object Read(IConfigurationSection section, Type type)
    {
        if (type == typeof(IReadOnlyList<string>))
        {
            return List(section, TextItem);
        }

        if (type == typeof(IReadOnlyList<int>))
        {
            return List(section, item => (int)Single(item, typeof(int)));
        }

        return Single(section, type);
    }

    private static object Single(IConfigurationSection section, Type type)
    {
        if (section.GetChildren().Any())
        {
            throw new SettingsException($"The setting '{section.Path}' is a single value, not a group.");
        }

        var text = section.Value ?? "";
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var flag)
                ? flag
                : throw new SettingsException($"The setting '{section.Path}' must be true or false, not '{text}'.");
        }

        return Number(text, type)
            ?? throw new SettingsException($"The setting '{section.Path}' must be a whole number, not '{text}'.");
    }

    private static object? Number(string text, Type type)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign;
        if (type == typeof(int))
        {
            return int.TryParse(text, Style, CultureInfo.InvariantCulture, out var i) ? i : null;
        }

        return type == typeof(long) && long.TryParse(text, Style, CultureInfo.InvariantCulture, out var l) ? l : null;
    }

    private static string TextItem(IConfigurationSection item)
    {
        var text = (string)Single(item, typeof(string));
        return text.Length > 0 ? text : throw new SettingsException($"The setting '{item.Path}' must not be empty.");
    }

    private static List<T> List<T>(IConfigurationSection section, Func<IConfigurationSection, T> read)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            throw new SettingsException(
                $"The setting '{section.Path}' is a list; write its values as '{section.Path}:0', '{section.Path}:1' and so on."
            );
        }

        var items = section.GetChildren().ToList();
        foreach (var item in items)
        {
            if (!int.TryParse(item.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                throw new SettingsException(
                    $"The setting '{item.Path}' is not known: '{section.Path}' is a list, whose values are numbered from 0."
                );
            }
        }

        return [.. items.Select(read)];
    }
}
