using System.Globalization;
using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Brings spellings to the letters a to z, the digits and the straight apostrophe.</summary>
internal static class Spelling
{
    /// <summary>True for the straight, curly, modifier and grave apostrophes.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or 'ʹ' or '＇';

    /// <summary>
    /// Lower case, marks dropped, ligatures and crossed letters spelled out, digits of any script as 0 to 9, apostrophes straight; other
    /// characters stay where <paramref name="others"/> holds them and fall away elsewhere.
    /// </summary>
    public static string Fold(string text, string others = "")
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                continue;
            }

            if (rune.Value <= char.MaxValue && IsApostrophe((char)rune.Value))
            {
                folded.Append('\'');
                continue;
            }

            var lower = Rune.ToLowerInvariant(rune).Value;
            if (
                lower is >= 'a' and <= 'z'
                || (lower <= char.MaxValue && others.Contains((char)lower, StringComparison.Ordinal))
            )
            {
                folded.Append((char)lower);
            }
            else
            {
                folded.Append(Latin(lower));
            }
        }

        return folded.ToString();
    }

    /// <summary>True for a letter of the Latin script.</summary>
    public static bool IsLatin(Rune letter) =>
        letter.Value
            is (>= 'a' and <= 'z')
                or (>= 'A' and <= 'Z')
                or 0xAA
                or 0xBA
                or (>= 0xC0 and <= 0x24F)
                or (>= 0x250 and <= 0x2B8)
                or (>= 0x1D00 and <= 0x1D25)
                or (>= 0x1E00 and <= 0x1EFF)
                or (>= 0x2C60 and <= 0x2C7F)
                or (>= 0xA722 and <= 0xA7FF)
                or (>= 0xFB00 and <= 0xFB06)
                or (>= 0xFF21 and <= 0xFF3A)
                or (>= 0xFF41 and <= 0xFF5A);

    /// <summary>The text without lone surrogates.</summary>
    public static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune.Value == 0xFFFD ? " " : rune.ToString());
        }

        return sound.ToString();
    }

    // Compatibility decomposition keeps e for é and f i for the fi ligature.
    private static string Decompose(string text) => Sound(text).Normalize(NormalizationForm.FormKD);

    private static string Latin(int lower) =>
        lower switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            'ħ' => "h",
            'ŋ' => "ng",
            'ə' => "e",
            'ŧ' => "t",
            'ĸ' => "k",
            'ƒ' => "f",
            _ => "",
        };
}
