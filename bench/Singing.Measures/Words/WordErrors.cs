namespace Troubadour.Singing.Measures;

/// <summary>Counts word errors.</summary>
public static class WordErrors
{
    /// <summary>The least number of substitutions, deletions and insertions that turn what was sung into what was heard (Levenshtein 1966).</summary>
    /// <param name="sung">The words of the line.</param>
    /// <param name="heard">The words that were recognised.</param>
    public static int Count(IReadOnlyList<string> sung, IReadOnlyList<string> heard)
    {
        ArgumentNullException.ThrowIfNull(sung);
        ArgumentNullException.ThrowIfNull(heard);
        var row = Enumerable.Range(0, heard.Count + 1).ToArray();
        for (var i = 1; i <= sung.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= heard.Count; j++)
            {
                var swap = diagonal + (sung[i - 1] == heard[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(swap, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }

    /// <summary>The words of a line as recognisers spell them: lower case, no punctuation but apostrophes.</summary>
    public static string[] Split(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var kept = line.Select(c => char.IsLetter(c) || c is '\'' ? char.ToLowerInvariant(c) : ' ');
        return string.Concat(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
