using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>The contract's models.</summary>
internal static class Models
{
    public static IReadOnlyList<Model> All { get; } =
    [new("FUZZ-1.0", 240, 2), new("FUZZ-1.0 Pro", 240, 3), new("FUZZ-1.1", 360, 4), new("FUZZ-1.1 Pro", 360, 5)];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(model => model.Name)];

    /// <summary>The model that the field names.</summary>
    /// <exception cref="ApiException">400: it is missing or unknown.</exception>
    public static Model Read(Fields body)
    {
        var name = body.Text("mv");
        return All.FirstOrDefault(model => model.Name == name)
            ?? throw ApiException.BadRequest(
                $"mv is {(name is null ? "required" : "unknown")}. Allowed: {string.Join(", ", Names)}."
            );
    }
}
