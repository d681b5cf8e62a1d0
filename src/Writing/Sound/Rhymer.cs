using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>
/// Judges rhymes by phones. A rhyme runs from the last stressed vowel of the line on; where two lines end in the same unstressed words
/// ("find you", "behind you") it runs from the stressed vowel before them.
/// </summary>
internal static class Rhymer
{
    // Consonants that ears take for one another at a line's end.
    private static readonly string[] Families =
    [
        "m n ng",
        "p t k",
        "b d g",
        "f s th sh ch",
        "v z dh zh jh",
        "l",
        "r",
        "w",
        "y",
        "hh",
    ];

    /// <summary>How the ends of two lines agree.</summary>
    public static Rhyme Judge(Scan a, Scan b)
    {
        var first = a.Words.AsSpan();
        var second = b.Words.AsSpan();
        while (
            first.Length > 1
            && second.Length > 1
            && !first[^1].IsContent
            && first[^1].Syllables.Length == 1
            && Same(first[^1], second[^1])
        )
        {
            first = first[..^1];
            second = second[..^1];
        }

        if (first.IsEmpty || second.IsEmpty || Same(first[^1], second[^1]))
        {
            return Rhyme.None;
        }

        var (left, right) = (Tail.Of(first[^1]), Tail.Of(second[^1]));
        if (left.Sounds == right.Sounds)
        {
            return left.Onset == right.Onset ? Rhyme.None : Rhyme.Perfect;
        }

        return left.Family(Families) == right.Family(Families) || left.Last == right.Last ? Rhyme.Near : Rhyme.None;
    }

    private static bool Same(SungWord a, SungWord b) =>
        string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);
}
