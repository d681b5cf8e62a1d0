namespace Troubadour.Server.Http;

/// <summary>The kinds of section that callers may ask for.</summary>
public static class SectionKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["intro", "verse", "pre-chorus", "chorus", "inst", "bridge", "outro"];

    /// <summary>The kind that a text names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Read(string text, string field) =>
        All.Contains(text, StringComparer.Ordinal)
            ? text
            : throw new FormatException($"{field} has an unknown section. Allowed: {string.Join(", ", All)}.");
}
