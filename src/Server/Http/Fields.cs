using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Troubadour.Server.Http;

/// <summary>
/// The fields of a JSON object, read with rules: whatever does not fit is refused with a sentence that names the field, what was
/// wrong and what is allowed. A field that is null counts as absent.
/// </summary>
internal readonly struct Fields(JsonElement root, string prefix = "")
{
    /// <summary>True when the field is there and not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A string, or null.</summary>
    public string? Text(string name) => Find(name) is { } value ? TextOf(value, prefix + name) : null;

    /// <summary>A string that must be there, not blank, and at most so many characters (Unicode code points) long.</summary>
    public string RequiredText(string name, int? most = null)
    {
        var text = most is null ? Text(name) : BoundText(name, most.Value);
        return string.IsNullOrWhiteSpace(text)
            ? throw ApiException.BadRequest($"{prefix}{name} is required and must not be empty.")
            : text;
    }

    /// <summary>A string of at most so many characters (Unicode code points), or null.</summary>
    public string? BoundText(string name, int most)
    {
        var text = Text(name);
        var length = text?.EnumerateRunes().Count() ?? 0;
        return length > most
            ? throw ApiException.BadRequest($"{prefix}{name} has {length} characters; at most {most} are allowed.")
            : text;
    }

    /// <summary>True or false, or null.</summary>
    public bool? Flag(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw ApiException.BadRequest($"{prefix}{name} must be true or false, without quotes.");

    /// <summary>One of the values allowed, exactly as written there, or null.</summary>
    public string? OneOf(string name, IReadOnlyList<string> allowed) =>
        Text(name) is { } text ? Allowed(text, prefix + name, allowed) : null;

    /// <summary>A whole number, or null.</summary>
    public int? Whole(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return
            value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= least
            && number <= most
            ? number
            : throw ApiException.BadRequest(
                $"{prefix}{name} must be a whole number from {least} to {most}, without quotes."
            );
    }

    /// <summary>A whole number of 64 bits, or null.</summary>
    public long? Long(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw ApiException.BadRequest($"{prefix}{name} must be a whole number, without quotes.");
    }

    /// <summary>A number, or null.</summary>
    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return
            value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var number)
            && number >= least
            && number <= most
            ? number
            : throw ApiException.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{prefix}{name} must be a number from {least} to {most}, without quotes."
                )
            );
    }

    /// <summary>An array of strings; empty when absent.</summary>
    /// <param name="name">The field.</param>
    /// <param name="most">Most items.</param>
    /// <param name="allowed">The values allowed; null allows any that is not blank.</param>
    public ImmutableArray<string> Texts(string name, int most, IReadOnlyList<string>? allowed)
    {
        var path = prefix + name;
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Items(name, most))
        {
            var text = TextOf(item, $"{path}[{texts.Count}]");
            if (allowed is null && string.IsNullOrWhiteSpace(text))
            {
                throw ApiException.BadRequest($"{path}[{texts.Count}] must not be empty.");
            }

            texts.Add(allowed is null ? text : Allowed(text, $"{path}[{texts.Count}]", allowed));
        }

        return texts.ToImmutable();
    }

    /// <summary>The fields of an object, or null.</summary>
    public Fields? Object(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new Fields(value, $"{prefix}{name}.")
        : throw ApiException.BadRequest($"{prefix}{name} must be an object.");

    /// <summary>An array of objects; empty when absent.</summary>
    public ImmutableArray<Fields> Objects(string name, int most)
    {
        var objects = ImmutableArray.CreateBuilder<Fields>();
        foreach (var item in Items(name, most))
        {
            var path = $"{prefix}{name}[{objects.Count}]";
            objects.Add(
                item.ValueKind == JsonValueKind.Object
                    ? new Fields(item, path + ".")
                    : throw ApiException.BadRequest($"{path} must be an object.")
            );
        }

        return objects.ToImmutable();
    }

    /// <summary>What kind of JSON value the field has; null when it is absent.</summary>
    public JsonValueKind? KindOf(string name) => Find(name)?.ValueKind;

    /// <summary>The fields of an object that is known to be there.</summary>
    public Fields Inner(string name) => new(Find(name)!.Value, $"{prefix}{name}.");

    /// <summary>The names of all fields that are not null, each once.</summary>
    public ImmutableArray<string> Names()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var property in root.EnumerateObject())
        {
            try
            {
                names.Add(property.Name);
            }
            catch (InvalidOperationException)
            {
                throw ApiException.BadRequest(
                    $"{prefix.TrimEnd('.')} has a field whose name is not valid Unicode text."
                );
            }
        }

        var self = this;
        return [.. names.Distinct(StringComparer.Ordinal).Where(self.Has)];
    }

    /// <summary>An array's items, strings or objects.</summary>
    public ImmutableArray<Fields> Elements(string name, int most)
    {
        var items = ImmutableArray.CreateBuilder<Fields>();
        foreach (var item in Items(name, most))
        {
            items.Add(new Fields(item, $"{prefix}{name}[{items.Count}]."));
        }

        return items.ToImmutable();
    }

    /// <summary>The item itself when it is a string, null when it is an object; anything else is refused.</summary>
    public string? Itself(string path) =>
        root.ValueKind switch
        {
            JsonValueKind.String => TextOf(root, path),
            JsonValueKind.Object => null,
            _ => throw ApiException.BadRequest($"{path} must be a string or an object."),
        };

    private static string Allowed(string text, string path, IReadOnlyList<string> allowed) =>
        allowed.Contains(text, StringComparer.Ordinal)
            ? text
            : throw ApiException.BadRequest($"{path} has an unknown value. Allowed: {string.Join(", ", allowed)}.");

    private static string TextOf(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw ApiException.BadRequest($"{path} must be a string.");
        }

        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8.
            throw ApiException.BadRequest($"{path} is not valid Unicode text.");
        }
    }

    private JsonElement.ArrayEnumerator Items(string name, int most)
    {
        if (Find(name) is not { } value)
        {
            return default;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.BadRequest($"{prefix}{name} must be an array.");
        }

        return value.GetArrayLength() <= most
            ? value.EnumerateArray()
            : throw ApiException.BadRequest(
                $"{prefix}{name} has {value.GetArrayLength()} items; at most {most} are allowed."
            );
    }

    private JsonElement? Find(string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
