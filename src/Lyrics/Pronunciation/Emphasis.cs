namespace Troubadour.Lyrics;

/// <summary>Words in capitals among words that are not: they are leant on. A line that shouts throughout leans on none.</summary>
/// <param name="isUsual">True for words that are written in capitals anyway.</param>
internal sealed class Emphasis(Func<string, bool> isUsual)
{
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
        && !isUsual(word);
}
