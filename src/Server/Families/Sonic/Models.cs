using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The models that may be asked for, under both their spellings.</summary>
internal static class Models
{
    private static readonly string[] Spellings = ["sonic-", "chirp-"];

    /// <summary>All models, oldest first: newer ones take longer texts, make longer songs and work them out more richly.</summary>
    public static IReadOnlyList<Model> All { get; } =
    [
        new("v3-5", 3000, 200, 240, 2),
        new("v4", 3000, 200, 240, 3),
        new("v4-5", 5000, 1000, 360, 3),
        new("v4-5-plus", 5000, 1000, 360, 4),
        new("v5", 5000, 1000, 360, 4),
        new("v5-5", 5000, 1000, 360, 5),
        new("v6", 5000, 1000, 360, 5),
        new("v6-wild", 5000, 1000, 360, 5, Weirdness: 0.8),
        new("v6-mini", 5000, 1000, 360, 2),
    ];

    /// <summary>Every accepted spelling.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Spellings.SelectMany(spelling => All.Select(model => spelling + model.Name))];

    /// <summary>The model of a name; null for an unknown one.</summary>
    public static Model? Find(string? name) =>
        Spellings
            .Where(spelling => name?.StartsWith(spelling, StringComparison.Ordinal) == true)
            .Select(spelling => All.FirstOrDefault(model => model.Name == name![spelling.Length..]))
            .FirstOrDefault();

    /// <summary>The model that the field names.</summary>
    /// <exception cref="ApiException">400: it is missing or unknown.</exception>
    public static (string Name, Model Model) Read(Fields body)
    {
        var name = body.Text("mv");
        return Find(name) is { } model
            ? (name!, model)
            : throw ApiException.BadRequest(
                $"mv is {(name is null ? "required" : "unknown")}. Allowed: {string.Join(", ", Names)}."
            );
    }
}
