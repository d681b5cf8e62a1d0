using System.Collections.Immutable;

namespace Troubadour.Singing.Neural;

/// <summary>A value in a YAML file: a text, a list or a map.</summary>
/// <param name="Text">The text of a scalar, else null.</param>
/// <param name="Items">The items of a list, else empty.</param>
/// <param name="Keys">The entries of a map, else null.</param>
internal sealed record YamlNode(
    string? Text,
    ImmutableArray<YamlNode> Items,
    IReadOnlyDictionary<string, YamlNode>? Keys
)
{
    /// <summary>A map without entries.</summary>
    public static YamlNode Empty { get; } = new(null, [], new Dictionary<string, YamlNode>(StringComparer.Ordinal));

    /// <summary>True for a text that YAML reads as nothing.</summary>
    public bool IsNothing => Text is "" or "~" or "null" or "Null" or "NULL";
}
