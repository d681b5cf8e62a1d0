using Troubadour.Engine;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>The contract's task types and what each asks of the engine.</summary>
internal static class TaskTypes
{
    public const string Create = "create_music";

    /// <summary>By name: the order's kind, and whether its source is an upload.</summary>
    public static IReadOnlyDictionary<string, (OrderKind Kind, bool OnUpload)> All { get; } =
        new SortedDictionary<string, (OrderKind, bool)>(StringComparer.Ordinal)
        {
            [Create] = (OrderKind.Compose, false),
            ["extend_music"] = (OrderKind.Extend, false),
            ["cover_music"] = (OrderKind.Cover, false),
            ["replace_music"] = (OrderKind.Replace, false),
            ["swap_music_sound"] = (OrderKind.SwapSound, false),
            ["swap_music_vocals"] = (OrderKind.SwapVocals, false),
            ["extend_upload_music"] = (OrderKind.Extend, true),
            ["cover_upload_music"] = (OrderKind.Cover, true),
            ["replace_upload_music"] = (OrderKind.Replace, true),
            ["swap_upload_music_sound"] = (OrderKind.SwapSound, true),
            ["swap_upload_music_vocals"] = (OrderKind.SwapVocals, true),
        };

    /// <summary>The name of a kind of edit on uploads; null where there is none of its own.</summary>
    public static string? OfUpload(OrderKind kind) =>
        All.FirstOrDefault(type => type.Value.OnUpload && type.Value.Kind == kind).Key;

    /// <summary>The names in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];
}
