using System.Globalization;
using System.Text.Json;

namespace Troubadour.Synthesis;

/// <summary>
/// An object of a patch file that is read field by field. What it holds beyond the fields that were asked for is an error, so
/// <see cref="Done"/> ends every reading.
/// </summary>
internal sealed class SheetNode(JsonElement element, string file, string place, SheetRules? rules = null)
{
    private readonly List<string> _asked = [];

    /// <summary>True when nothing is read, but every field and its rule is noted.</summary>
    public bool IsDescription => rules is not null;

    /// <summary>Notes what a reading asks for.</summary>
    public static SheetRules Describe(Action<SheetNode> read)
    {
        using var nothing = JsonDocument.Parse("{}");
        var rules = new SheetRules();
        read(new SheetNode(nothing.RootElement.Clone(), "", "$", rules));
        return rules;
    }

    /// <summary>Opens a file's root.</summary>
    /// <exception cref="PatchException">It is no JSON object.</exception>
    public static SheetNode Open(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                ? new(root, file, "$")
                : throw new PatchException($"{file}: an object is needed.");
        }
        catch (JsonException e)
        {
            throw new PatchException($"{file}: {e.Message}", e);
        }
    }

    /// <summary>A field's number; without a fallback it must be there.</summary>
    public double Number(string name, double low, double high, double? fallback = null)
    {
        if (rules is not null)
        {
            rules.Number(name, low, high, fallback);
            return fallback ?? low;
        }

        if (!Find(name, out var value))
        {
            return fallback ?? throw Wrong(name, $"a number from {Say(low)} to {Say(high)} is needed");
        }

        return value.ValueKind == JsonValueKind.Number && value.GetDouble() is var x && x >= low && x <= high
            ? x
            : throw Wrong(name, $"a number from {Say(low)} to {Say(high)} is needed, not {value.GetRawText()}");
    }

    /// <summary>A field's whole number.</summary>
    public int Count(string name, int low, int high, int? fallback = null)
    {
        var x = Number(name, low, high, fallback);
        rules?.Whole(name);
        return x == Math.Floor(x) ? (int)x : throw Wrong(name, $"a whole number is needed, not {Say(x)}");
    }

    /// <summary>A field's true or false; absent is false.</summary>
    public bool Flag(string name) =>
        Find(name, out var value, "boolean")
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(name, "true or false is needed"),
        };

    /// <summary>A field's text; null if absent.</summary>
    public string? Text(string name) =>
        !Find(name, out var value, "string") ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(name, "a text is needed");

    /// <summary>A field's word, one of an enumeration's names in lower case with hyphens.</summary>
    public T Choice<T>(string name, T? fallback = null)
        where T : struct, Enum
    {
        var allowed = Enum.GetNames<T>().Select(Hyphenated).ToArray();
        rules?.Choice(name, allowed, fallback is null);
        if (rules is not null)
        {
            return fallback ?? Enum.GetValues<T>()[0];
        }

        var word = Text(name);
        if (word is null)
        {
            return fallback ?? throw Wrong(name, "one of " + string.Join(", ", allowed) + " is needed");
        }

        var index = Array.IndexOf(allowed, word);
        return index >= 0
            ? Enum.GetValues<T>()[index]
            : throw Wrong(name, $"one of {string.Join(", ", allowed)} is needed, not \"{word}\"");
    }

    /// <summary>A field's list of numbers; empty if absent.</summary>
    public double[] Numbers(string name, double low, double high, int most)
    {
        rules?.Numbers(name, low, high, most);
        var items = Items(name, most);
        return
        [
            .. items.Select(x =>
                x.ValueKind == JsonValueKind.Number && x.GetDouble() is var v && v >= low && v <= high
                    ? v
                    : throw Wrong(name, $"numbers from {Say(low)} to {Say(high)} are needed")
            ),
        ];
    }

    /// <summary>A field's list of objects, each read whole; empty if absent.</summary>
    public T[] List<T>(string name, int most, Func<SheetNode, T> read)
    {
        rules?.List(name, most, Describe(node => read(node)));
        var items = Items(name, most);
        return [.. items.Select((item, i) => Whole(item, $"{name}[{i}]", read))];
    }

    /// <summary>A field's object, read whole; null if absent.</summary>
    public T? Child<T>(string name, Func<SheetNode, T> read)
        where T : class
    {
        rules?.Child(name, Describe(node => read(node)));
        return Find(name, out var value) ? Whole(value, name, read) : null;
    }

    /// <summary>Every field of this object that is named in <paramref name="names"/>, read whole.</summary>
    public Dictionary<string, T> Named<T>(IEnumerable<string> names, Func<SheetNode, T> read)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        if (rules is not null)
        {
            rules.Named(names, Describe(node => read(node)));
            return found;
        }

        foreach (var name in names)
        {
            if (Find(name, out var value))
            {
                found.Add(name, Whole(value, name, read));
            }
        }

        return found;
    }

    /// <exception cref="PatchException">There is a field that nobody asked for.</exception>
    public void Done()
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!_asked.Contains(property.Name) && property.Name != "$schema")
            {
                throw Wrong(property.Name, "unknown; allowed here are " + string.Join(", ", _asked));
            }
        }
    }

    /// <summary>An error at a field.</summary>
    public PatchException Wrong(string name, string what) => new($"{file} at {place}.{name}: {what}.");

    private T Whole<T>(JsonElement item, string name, Func<SheetNode, T> read)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(name, "an object is needed");
        }

        var node = new SheetNode(item, file, $"{place}.{name}");
        var result = read(node);
        node.Done();
        return result;
    }

    private JsonElement[] Items(string name, int most)
    {
        if (!Find(name, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most)
        {
            throw Wrong(name, $"a list of at most {most} is needed");
        }

        return [.. value.EnumerateArray()];
    }

    private bool Find(string name, out JsonElement value, string? type = null)
    {
        if (type is not null)
        {
            rules?.Plain(name, type);
        }

        _asked.Add(name);
        return element.TryGetProperty(name, out value);
    }

    private static string Say(double x) => x.ToString(CultureInfo.InvariantCulture);

    private static string Hyphenated(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString())
        );
}
