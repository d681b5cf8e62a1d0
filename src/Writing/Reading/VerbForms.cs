namespace Troubadour.Writing;

/// <summary>Spells the regular forms of verbs.</summary>
internal static class VerbForms
{
    /// <summary>"walks", "walked"; doubled consonants both ways.</summary>
    public static IEnumerable<string> Finite(string verb)
    {
        var isSibilant =
            verb[^1] is 's' or 'x' or 'z'
            || verb.EndsWith("sh", StringComparison.Ordinal)
            || verb.EndsWith("ch", StringComparison.Ordinal);
        if (EndsInY(verb))
        {
            return [verb[..^1] + "ies", verb[..^1] + "ied"];
        }

        return verb[^1] == 'e'
            ? [verb + "s", verb + "d"]
            : [verb + (isSibilant || verb[^1] == 'o' ? "es" : "s"), verb + "ed", verb + verb[^1] + "ed"];
    }

    /// <summary>"walking", "running", "hoping".</summary>
    public static IEnumerable<string> Gerunds(string verb) =>
        verb.EndsWith("ie", StringComparison.Ordinal) ? [verb[..^2] + "ying"]
        : verb[^1] == 'e' && !verb.EndsWith("ee", StringComparison.Ordinal) ? [verb[..^1] + "ing"]
        : [verb + "ing", verb + verb[^1] + "ing"];

    private static bool EndsInY(string verb) =>
        verb.Length > 1 && verb[^1] == 'y' && verb[^2] is not ('a' or 'e' or 'o' or 'u');
}
