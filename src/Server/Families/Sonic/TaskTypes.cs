using Troubadour.Engine;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The contract's task types and what each asks of the engine.</summary>
internal static class TaskTypes
{
    public const string Create = "create_music";
    public const string Persona = "persona_music";
    public const string Concat = "concat_music";
    public const string Remaster = "remaster";

    /// <summary>By name: the order's kind, and whether its source is an upload.</summary>
    public static IReadOnlyDictionary<string, (OrderKind Kind, bool OnUpload)> All { get; } =
        new SortedDictionary<string, (OrderKind, bool)>(StringComparer.Ordinal)
        {
            [Create] = (OrderKind.Compose, false),
            ["extend_music"] = (OrderKind.Extend, false),
            [Concat] = (OrderKind.Join, false),
            ["cover_music"] = (OrderKind.Cover, false),
            ["extend_upload_music"] = (OrderKind.Extend, true),
            ["cover_upload_music"] = (OrderKind.Cover, true),
            [Persona] = (OrderKind.Compose, false),
            [Remaster] = (OrderKind.Remaster, false),
            ["add_instrumental"] = (OrderKind.AddBacking, false),
            ["add_vocals"] = (OrderKind.AddVocals, false),
        };

    /// <summary>The name of a kind of edit on uploads; null where there is none of its own.</summary>
    public static string? OfUpload(OrderKind kind) =>
        All.FirstOrDefault(type => type.Value.OnUpload && type.Value.Kind == kind).Key;

    /// <summary>The names in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];
}
