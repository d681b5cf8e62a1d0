using System.Collections.Frozen;

namespace Troubadour.Music;

/// <summary>Reads chord symbols ("F#m7", "C/E") and Roman numerals ("bVII", "ii7", "V/3").</summary>
public static class ChordSymbols
{
    private static readonly (string Suffix, ChordQuality Quality)[] Suffixes =
    [
        ("", ChordQuality.Major),
        ("m", ChordQuality.Minor),
        ("dim", ChordQuality.Diminished),
        ("aug", ChordQuality.Augmented),
        ("7", ChordQuality.Dominant7),
        ("maj7", ChordQuality.Major7),
        ("m7", ChordQuality.Minor7),
        ("m7b5", ChordQuality.HalfDiminished),
        ("dim7", ChordQuality.Diminished7),
        ("sus4", ChordQuality.Suspended4),
        ("sus2", ChordQuality.Suspended2),
        ("add9", ChordQuality.Added9),
        ("6", ChordQuality.Sixth),
        ("m6", ChordQuality.Minor6),
        ("9", ChordQuality.Dominant9),
        ("maj9", ChordQuality.Major9),
        ("m9", ChordQuality.Minor9),
        ("5", ChordQuality.Power),
        ("7sus4", ChordQuality.Dominant7Suspended4),
    ];

    private static readonly FrozenDictionary<string, ChordQuality> ByName = Suffixes
        .Append(("maj", ChordQuality.Major))
        .Append(("M7", ChordQuality.Major7))
        .Append(("min", ChordQuality.Minor))
        .Append(("min7", ChordQuality.Minor7))
        .Append(("-", ChordQuality.Minor))
        .Append(("sus", ChordQuality.Suspended4))
        .Append(("o", ChordQuality.Diminished))
        .Append(("+", ChordQuality.Augmented))
        .Append(("ø", ChordQuality.HalfDiminished))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly string[] Numerals = ["VII", "III", "VI", "IV", "II", "V", "I"];
    private static readonly int[] NumeralDegrees = [6, 2, 5, 3, 1, 4, 0];
    private static readonly int[] MajorDegrees = [0, 2, 4, 5, 7, 9, 11];

    /// <summary>The suffix that a symbol of this quality carries after its root.</summary>
    public static string SuffixOf(ChordQuality quality)
    {
        foreach (var (suffix, candidate) in Suffixes)
        {
            if (candidate == quality)
            {
                return suffix;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(quality));
    }

    /// <summary>Reads a symbol such as "F#m7" or "C/E"; false when it is not one.</summary>
    public static bool TryParse(string? symbol, out Chord chord)
    {
        chord = default;
        var text = (symbol ?? "").Trim();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var main = slash < 0 ? text : text[..slash];
        if (!TryRoot(main, out var root, out var rest) || !ByName.TryGetValue(rest, out var quality))
        {
            return false;
        }

        var bass = root;
        if (slash >= 0 && (!TryRoot(text[(slash + 1)..], out bass, out var left) || left.Length > 0))
        {
            return false;
        }

        chord = new Chord(root, quality, bass);
        return true;
    }

    /// <summary>
    /// Reads a Roman numeral in a key: upper case major, lower case minor, degrees of the major scale with b and # before them, the
    /// suffixes of chord symbols after them, and "/3", "/5" or "/7" for inversions. Minor keys write "i bVI bIII bVII".
    /// </summary>
    /// <exception cref="FormatException">The text is no numeral.</exception>
    public static Chord FromNumeral(string numeral, int tonic)
    {
        ArgumentNullException.ThrowIfNull(numeral);
        var slash = numeral.IndexOf('/', StringComparison.Ordinal);
        var inversion = slash < 0 ? "" : numeral[(slash + 1)..];
        var rest = slash < 0 ? numeral : numeral[..slash];
        var shift = 0;
        while (rest.Length > 0 && rest[0] is 'b' or '#')
        {
            shift += rest[0] == '#' ? 1 : -1;
            rest = rest[1..];
        }

        for (var i = 0; i < Numerals.Length; i++)
        {
            var upper = rest.StartsWith(Numerals[i], StringComparison.Ordinal);
            if (!upper && !rest.StartsWith(Lower(Numerals[i]), StringComparison.Ordinal))
            {
                continue;
            }

            var suffix = rest[Numerals[i].Length..];
            var name =
                upper || suffix.StartsWith("dim", StringComparison.Ordinal) ? suffix
                : suffix is "ø" ? "m7b5"
                : "m" + suffix;
            if (!ByName.TryGetValue(name, out var quality))
            {
                break;
            }

            var root = (((tonic + MajorDegrees[NumeralDegrees[i]] + shift) % 12) + 12) % 12;
            return Invert(new Chord(root, quality, root), inversion, numeral);
        }

        throw new FormatException($"'{numeral}' is no Roman numeral chord.");
    }

    private static Chord Invert(Chord chord, string inversion, string numeral)
    {
        var index = inversion switch
        {
            "" => 0,
            "3" => 1,
            "5" => 2,
            "7" => 3,
            _ => throw new FormatException($"'{numeral}' has an unknown inversion."),
        };
        if (index >= chord.Intervals.Length)
        {
            throw new FormatException($"'{numeral}' has no note for that inversion.");
        }

        return chord with
        {
            Bass = (chord.Root + chord.Intervals[index]) % 12,
        };
    }

    private static string Lower(string numeral) => numeral.Replace('V', 'v').Replace('I', 'i');

    private static bool TryRoot(string text, out int root, out string rest)
    {
        root = text.Length == 0 ? -1 : "C D EF G A B".IndexOf(text[0], StringComparison.Ordinal);
        rest = "";
        if (root < 0 || text[0] == ' ')
        {
            return false;
        }

        var i = 1;
        while (i < text.Length && text[i] is '#' or 'b')
        {
            root += text[i] == '#' ? 1 : -1;
            i++;
        }

        root = (root + 24) % 12;
        rest = text[i..];
        return true;
    }
}
