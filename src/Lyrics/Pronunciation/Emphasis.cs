namespace Troubadour.Lyrics;

/// <summary>Words in capitals among words that are not: they are leant on. A line that shouts throughout leans on none.</summary>
internal sealed class Emphasis
{
    private readonly HashSet<string> _initials = new(
        Resource.Lines("Initials").Select(line => line.Split(':')[0]),
        StringComparer.Ordinal
    );

    /// <summary>For each word whether it is leant on.</summary>
    public bool[] Of(List<WrittenWord> words)
    {
        var leant = words.ConvertAll(word => IsCapital(word.Text)).ToArray();
        var capitals = leant.Count(isLeant => isLeant);
        var usual = words.Count(word => word.Text.Any(char.IsLower));
        if (3 * usual < 2 * capitals)
        {
            Array.Clear(leant);
        }

        return leant;
    }

    // Single letters, "OK", "USA" and "N.Y." are written so anyway.
    private bool IsCapital(string word) =>
        word.Count(char.IsUpper) > 1
        && !word.Any(c => char.IsLower(c) || char.IsDigit(c) || c == '.')
        && !_initials.Contains(word.Replace("'", "", StringComparison.Ordinal));
}
