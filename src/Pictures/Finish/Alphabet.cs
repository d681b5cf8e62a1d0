using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Troubadour.Pictures;

/// <summary>Letters of our own, drawn with one line of even width: no machine needs to have a font. Ten units high, top at 0.</summary>
internal static class Alphabet
{
    private static readonly FrozenDictionary<char, Glyph> Glyphs = new Dictionary<char, Glyph>
    {
        ['A'] = new(8, "M0 10L4 0L8 10M1.5 6.6H6.5"),
        ['B'] = new(6.3, "M0 0V10H3.6A2.7 2.7 0 0 0 3.6 4.6H0M3.2 4.6A2.3 2.3 0 0 0 3.2 0H0"),
        ['C'] = new(8.6, "M8.5 1.5A5 5 0 1 0 8.5 8.5"),
        ['D'] = new(8, "M0 0V10H3A5 5 0 0 0 3 0H0"),
        ['E'] = new(5.8, "M5.8 0H0V10H5.8M0 5H5"),
        ['F'] = new(5.6, "M5.6 0H0V10M0 5H4.8"),
        ['G'] = new(10, "M8.5 1.5A5 5 0 1 0 10 5H6"),
        ['H'] = new(7.4, "M0 0V10M7.4 0V10M0 5H7.4"),
        ['I'] = new(0, "M0 0V10"),
        ['J'] = new(4.6, "M4.6 0V7.7A2.3 2.3 0 0 1 0 7.7"),
        ['K'] = new(6.8, "M0 0V10M6.4 0L0 6.2M2.5 3.8L6.8 10"),
        ['L'] = new(5.4, "M0 0V10H5.4"),
        ['M'] = new(9, "M0 10V0L4.5 7L9 0V10"),
        ['N'] = new(7.6, "M0 10V0L7.6 10V0"),
        ['O'] = new(10, "M5 0A5 5 0 1 0 5 10A5 5 0 1 0 5 0"),
        ['P'] = new(6.2, "M0 10V0H3.4A2.8 2.8 0 0 1 3.4 5.6H0"),
        ['Q'] = new(10, "M5 0A5 5 0 1 0 5 10A5 5 0 1 0 5 0M6.4 6.7L9.6 10.4"),
        ['R'] = new(6.4, "M0 10V0H3.4A2.8 2.8 0 0 1 3.4 5.6H0M3.2 5.6L6.4 10"),
        ['S'] = new(5.8, "M5.6 1.6A2.7 2.5 0 0 0 3 0A2.5 2.5 0 0 0 3 5A2.6 2.5 0 0 1 3 10A2.9 2.6 0 0 1 0.2 8.2"),
        ['T'] = new(7, "M0 0H7M3.5 0V10"),
        ['U'] = new(7, "M0 0V6.5A3.5 3.5 0 0 0 7 6.5V0"),
        ['V'] = new(8, "M0 0L4 10L8 0"),
        ['W'] = new(11.4, "M0 0L3 10L5.7 1.5L8.4 10L11.4 0"),
        ['X'] = new(7.4, "M0 0L7.4 10M7.4 0L0 10"),
        ['Y'] = new(7.4, "M0 0L3.7 5.2V10M7.4 0L3.7 5.2"),
        ['Z'] = new(7, "M0 0H7L0 10H7"),
        ['0'] = new(7, "M3.5 0A3.5 5 0 1 0 3.5 10A3.5 5 0 1 0 3.5 0"),
        ['1'] = new(2.8, "M0 2L2.8 0V10"),
        ['2'] = new(6, "M0.3 2.6A2.75 2.75 0 1 1 5.2 4.4L0 10H6"),
        ['3'] = new(5.8, "M0.5 1.5A2.5 2.4 0 1 1 3 4.7A2.7 2.65 0 1 1 0.2 8.4"),
        ['4'] = new(7, "M5.2 10V0L0 7H7"),
        ['5'] = new(6, "M5.5 0H1L0.5 4.6A3.1 3.1 0 1 1 0.2 8.8"),
        ['6'] = new(6.4, "M5 0L0.9 5M3.2 3.6A3.2 3.2 0 1 0 3.2 10A3.2 3.2 0 1 0 3.2 3.6"),
        ['7'] = new(6, "M0 0H6L2 10"),
        ['8'] = new(
            6,
            "M3 4.7A2.35 2.35 0 1 0 3 0A2.35 2.35 0 1 0 3 4.7M3 4.7A2.65 2.65 0 1 0 3 10A2.65 2.65 0 1 0 3 4.7"
        ),
        ['9'] = new(6.4, "M1.4 10L5.5 5M3.2 6.4A3.2 3.2 0 1 0 3.2 0A3.2 3.2 0 1 0 3.2 6.4"),
        ['\''] = new(0, "M0 0V2.2"),
        ['-'] = new(3.4, "M0 5.4H3.4"),
        ['·'] = new(0, "M0 5H0.01"),
        ['.'] = new(0, "M0 10H0.01"),
        [','] = new(0.6, "M0.6 9.6L0 11.6"),
        ['!'] = new(0, "M0 0V7M0 10H0.01"),
        ['?'] = new(4.8, "M0 1.8A2.4 2.4 0 1 1 3.6 4.4A2.4 2.4 0 0 0 2.4 7M2.4 10H2.41"),
        ['&'] = new(
            7.4,
            "M7.2 10L1.8 3.4A2.1 2.1 0 1 1 5 2.6C4.4 4.4 0.6 4.6 0.6 7.4A2.6 2.6 0 0 0 3.4 10C5.4 10 6.6 8 7 5.8"
        ),
        ['/'] = new(4, "M0 10.5L4 -0.5"),
        [':'] = new(0, "M0 3H0.01M0 9H0.01"),
        ['#'] = new(5, "M1.7 1L0.9 9M4.2 1L3.4 9M0.2 3.6H5M0 6.4H4.8"),
        [' '] = new(3, ""),
    }.ToFrozenDictionary();

    /// <summary>A letter of the alphabet.</summary>
    public static Glyph Of(char letter) => Glyphs[letter];

    /// <summary>The text in capitals without accents, or "" when it has a letter that is not here.</summary>
    public static string Spell(string text)
    {
        var spelled = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            var plain = letter switch
            {
                '’' or '‘' or '`' => '\'',
                '–' or '—' => '-',
                '"' or '“' or '”' or '(' or ')' or '[' or ']' => ' ',
                _ => char.ToUpperInvariant(letter),
            };
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!Glyphs.ContainsKey(plain))
            {
                if (char.IsLetterOrDigit(plain))
                {
                    return "";
                }

                plain = ' ';
            }

            spelled.Append(plain);
        }

        return string.Join(' ', spelled.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
