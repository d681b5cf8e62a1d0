using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Tells scripts apart: which letters can be sung, and in which way.</summary>
internal static class Scripts
{
    // Chinese lyrics have a の here and there; with more syllables than this beside them, Han letters are Japanese or Korean.
    private const int StraySyllables = 3;

    /// <summary>True for a Han character of the tables of readings, the zero 〇 and the sign of repetition 々.</summary>
    public static bool IsHan(char c) =>
        c is '〇' or '々' or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    /// <summary>True when a text has Han characters.</summary>
    public static bool HasHan(string text) => text.Any(IsHan);

    /// <summary>Han characters of a text, and letters of any script.</summary>
    public static (int Han, int Letters) Count(string text)
    {
        var (han, letters) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            letters += Rune.IsLetter(rune) || rune.Value == '〇' ? 1 : 0;
            han += rune.IsBmp && IsHan((char)rune.Value) ? 1 : 0;
        }

        return (han, letters);
    }

    /// <summary>
    /// True when a text can be sung: it has Latin letters or Chinese characters, and at most a quarter of its letters are of other
    /// scripts. Han characters beside kana or hangul are Japanese or Korean, which nobody can sing here.
    /// </summary>
    public static bool IsSingable(string text)
    {
        var (latin, han, syllables, other) = (0L, 0L, 0L, 0L);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Spelling.IsLatin(rune))
            {
                latin++;
            }
            else if (rune.IsBmp && IsHan((char)rune.Value))
            {
                han++;
            }
            else if (Rune.IsLetter(rune))
            {
                other++;
                syllables += IsKanaOrHangul(rune.Value) ? 1 : 0;
            }
        }

        var sung = latin + (syllables > StraySyllables ? 0 : han);
        return sung > 0 && (latin + han + other - sung) * 4 <= latin + han + other;
    }

    private static bool IsKanaOrHangul(int rune) =>
        rune
            is (>= 0x3041 and <= 0x30FF)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0x1100 and <= 0x11FF)
                or (>= 0x3131 and <= 0x318E)
                or (>= 0xA960 and <= 0xA97C)
                or (>= 0xAC00 and <= 0xD7FB)
                or (>= 0xFF66 and <= 0xFFDC);
}
