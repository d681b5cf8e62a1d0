namespace Troubadour.Writing.Bench;

/// <summary>A description and what was written for it.</summary>
internal sealed record BenchSong(string Description, Reading Reading, List<Draft> Drafts)
{
    /// <summary>Each line once.</summary>
    public static List<string> Lines(Draft draft) =>
        [.. draft.Sections.SelectMany(section => section.Stanza.Lines).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Each stanza once.</summary>
    public static List<Stanza> Stanzas(Draft draft) =>
        [.. draft.Sections.Select(section => section.Stanza).DistinctBy(stanza => string.Join('/', stanza.Lines))];

    /// <summary>True when the title or a line has the word.</summary>
    public static bool Says(Draft draft, string word) =>
        Lines(draft)
            .Append(draft.Title)
            .SelectMany(Words)
            .Contains(Words(word).First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a line.</summary>
    public static IEnumerable<string> Words(string line) =>
        line.Split([' ', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word);
}
