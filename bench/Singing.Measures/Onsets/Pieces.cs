using System.Collections.Immutable;

namespace Troubadour.Singing.Measures;

/// <summary>Phones in runs: each vowel alone, the consonants between two vowels together.</summary>
public static class Pieces
{
    private static readonly ImmutableHashSet<string> Vowels =
    [
        "aa",
        "ae",
        "ah",
        "ao",
        "aw",
        "ax",
        "ay",
        "eh",
        "er",
        "ey",
        "ih",
        "iy",
        "ow",
        "oy",
        "uh",
        "uw",
    ];

    /// <summary>True for a vowel of the radio set.</summary>
    public static bool IsVowel(string phone) => Vowels.Contains(phone);

    /// <summary>The runs in order.</summary>
    /// <param name="phones">Phones of the radio set, without silences.</param>
    public static IReadOnlyList<Piece> Of(IEnumerable<string> phones)
    {
        ArgumentNullException.ThrowIfNull(phones);
        var pieces = new List<Piece>();
        var run = new List<string>();
        foreach (var phone in phones)
        {
            if (!IsVowel(phone))
            {
                run.Add(phone);
                continue;
            }

            Close();
            pieces.Add(new Piece([phone], true));
        }

        Close();
        return pieces;

        void Close()
        {
            if (run.Count > 0)
            {
                pieces.Add(new Piece([.. run], false));
                run.Clear();
            }
        }
    }
}
