namespace Troubadour.Lyrics;

/// <summary>Words that are written in capitals anyway.</summary>
internal sealed class Initials
{
    private readonly HashSet<string> _letters;
    private readonly HashSet<string> _words;

    /// <summary>Reads the resource.</summary>
    public Initials()
    {
        _letters = Row("letters:");
        _words = Row("words:");
    }

    /// <summary>True for a word that capitals say nothing about.</summary>
    public bool Contains(string written) => _letters.Contains(written) || _words.Contains(written);

    /// <summary>True when it is said letter by letter.</summary>
    public bool AreLetters(string written) => _letters.Contains(written);

    /// <summary>True for "CDs" and "ABCs".</summary>
    public static bool ArePlural(string written) =>
        written.Length is >= 3 and <= 5
        && written[^1] == 's'
        && written.AsSpan(0, written.Length - 1).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static HashSet<string> Row(string name) =>
        new(
            Resource
                .Lines("Initials")
                .Where(line => line.StartsWith(name, StringComparison.Ordinal))
                .SelectMany(line => line.Split(' ').Skip(1)),
            StringComparer.Ordinal
        );
}
