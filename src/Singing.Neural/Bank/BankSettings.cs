using System.Collections.Immutable;
using System.Globalization;

namespace Troubadour.Singing.Neural;

/// <summary>The keys of one configuration file, read with checks; every fault is a sentence that names file and key.</summary>
internal sealed class BankSettings
{
    private readonly BankFolder _folder;
    private readonly string _name;
    private readonly YamlNode _top;

    private BankSettings(BankFolder folder, string name, YamlNode top) => (_folder, _name, _top) = (folder, name, top);

    /// <summary>The folder that the file's names are in.</summary>
    public BankFolder Folder => _folder;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is missing, too large or no YAML.</exception>
    public static BankSettings Read(BankFolder folder, string name)
    {
        var text = folder.ReadText(name, "the configuration " + name);
        try
        {
            return new BankSettings(folder, name, YamlFile.Parse(text));
        }
        catch (InvalidDataException e)
        {
            throw folder.Refuse($"{Path.Combine(folder.FullPath, name)} is no YAML that can be read: {e.Message}", e);
        }
    }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Names => _top.Keys!.Keys;

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Find(string key) => _top.Keys!.GetValueOrDefault(key) is { IsNothing: false } node ? node : null;

    /// <summary>A text, or null.</summary>
    public string? Text(string key) =>
        Find(key) is not { } node ? null : node.Text ?? throw Wrong(key, "must be a text");

    /// <summary>A text that must be there.</summary>
    public string Required(string key) => Text(key) ?? throw Wrong(key, "is missing");

    /// <summary>One of some words.</summary>
    public string Word(string key, string usual, params ReadOnlySpan<string> allowed)
    {
        var text = Text(key) ?? usual;
        return allowed.Contains(text)
            ? text
            : throw Wrong(key, $"must be {string.Join(" or ", allowed.ToArray())}, not \"{text}\"");
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool usual) =>
        Text(key)?.ToUpperInvariant() switch
        {
            null => usual,
            "TRUE" or "YES" or "ON" => true,
            "FALSE" or "NO" or "OFF" => false,
            _ => throw Wrong(key, "must be true or false"),
        };

    /// <summary>A number.</summary>
    public double Number(string key, double usual, double low, double high) =>
        Find(key) is { } node ? Number(node, key, low, high) : usual;

    /// <summary>A whole number.</summary>
    public int Integer(string key, int usual, int low, int high)
    {
        var value = Number(key, usual, low, high);
        return value == Math.Floor(value) ? (int)value : throw Wrong(key, "must be a whole number");
    }

    /// <summary>A node as a number.</summary>
    public double Number(YamlNode node, string key, double low, double high) =>
        double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value >= low
        && value <= high
            ? value
            : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"must be a number from {low} to {high}"));

    /// <summary>A list of texts; one text alone is a list of it; empty when there is none.</summary>
    public ImmutableArray<string> Texts(string key, int most) => Find(key) is { } node ? Texts(node, key, most) : [];

    /// <summary>A node as a list of texts.</summary>
    public ImmutableArray<string> Texts(YamlNode node, string key, int most)
    {
        if (node.Keys is not null || node.Items.Length > most || node.Items.Any(item => item.Text is null))
        {
            throw Wrong(key, $"must be a list of at most {most} names");
        }

        return node.Text is { } one ? [one] : [.. node.Items.Select(item => item.Text!)];
    }

    /// <summary>The entries of a map; empty when there is none.</summary>
    public IReadOnlyDictionary<string, YamlNode> Map(string key) =>
        Find(key) is not { } node ? YamlNode.Empty.Keys! : node.Keys ?? throw Wrong(key, "must be a map");

    /// <summary>A fault of a key.</summary>
    public InvalidDataException Wrong(string key, string fault) =>
        _folder.Refuse($"{key} in {Path.Combine(_folder.FullPath, _name)} {fault}");
}
