namespace Troubadour.Lyrics;

/// <summary>The phones of the radio set, and which clusters may begin an English syllable.</summary>
internal static class Phones
{
    private static readonly string[] Vowels =
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

    private static readonly string[] Consonants =
    [
        "b",
        "ch",
        "d",
        "dh",
        "f",
        "g",
        "hh",
        "jh",
        "k",
        "l",
        "m",
        "n",
        "ng",
        "p",
        "r",
        "s",
        "sh",
        "t",
        "th",
        "v",
        "w",
        "y",
        "z",
        "zh",
    ];

    private static readonly HashSet<string> Onsets = new(StringComparer.Ordinal)
    {
        "s t r",
        "s p y",
        "s p r",
        "s p l",
        "s k y",
        "s k w",
        "s k r",
        "s k l",
        "v y",
        "th w",
        "th r",
        "t w",
        "t r",
        "sh r",
        "s w",
        "s t",
        "s p",
        "s n",
        "s m",
        "s l",
        "s k",
        "s f",
        "p y",
        "p r",
        "p l",
        "n y",
        "m y",
        "k y",
        "k w",
        "k r",
        "k l",
        "hh y",
        "hh w",
        "g y",
        "g w",
        "g r",
        "g l",
        "f y",
        "f r",
        "f l",
        "d y",
        "d w",
        "d r",
        "b y",
        "b r",
        "b l",
    };

    private static readonly Dictionary<string, string> Known = Vowels
        .Concat(Consonants)
        .ToDictionary(p => p, p => p, StringComparer.Ordinal);

    /// <summary>True for the sixteen vowels.</summary>
    public static bool IsVowel(string phone) => Array.BinarySearch(Vowels, phone, StringComparer.Ordinal) >= 0;

    /// <summary>True when the consonants may begin a syllable together.</summary>
    public static bool IsOnset(ReadOnlySpan<string> consonants) =>
        consonants.Length switch
        {
            0 => true,
            1 => consonants[0] != "ng",
            2 or 3 => Onsets.Contains(string.Join(' ', consonants.ToArray())),
            _ => false,
        };

    /// <summary>The one shared string of a phone; null for an unknown name.</summary>
    public static string? Find(ReadOnlySpan<char> name) =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var phone) ? phone : null;
}
