using System.Collections.Frozen;

namespace Troubadour.Composing.Measures;

/// <summary>Letters of three by five pixels.</summary>
public static class TinyLetters
{
    // Rows from top to bottom, three bits each.
    private static readonly FrozenDictionary<char, string> Rows = new Dictionary<char, string>
    {
        ['a'] = "25755",
        ['b'] = "65656",
        ['c'] = "34443",
        ['d'] = "65556",
        ['e'] = "74647",
        ['f'] = "74644",
        ['g'] = "34553",
        ['h'] = "55755",
        ['i'] = "72227",
        ['j'] = "11152",
        ['k'] = "55655",
        ['l'] = "44447",
        ['m'] = "57755",
        ['n'] = "65555",
        ['o'] = "25552",
        ['p'] = "65644",
        ['q'] = "25563",
        ['r'] = "65655",
        ['s'] = "34216",
        ['t'] = "72222",
        ['u'] = "55557",
        ['v'] = "55552",
        ['w'] = "55775",
        ['x'] = "55255",
        ['y'] = "55222",
        ['z'] = "71247",
        ['-'] = "00700",
    }.ToFrozenDictionary();

    /// <summary>Writes lower-case letters; what has no letter is a space.</summary>
    public static void Write(PngImage image, string text, int x, int y, int size, byte colour)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(text);
        foreach (var letter in text)
        {
            var rows = Rows.GetValueOrDefault(letter, "00000");
            for (var place = 0; place < 15; place++)
            {
                if (((rows[place / 3] - '0') & (4 >> (place % 3))) != 0)
                {
                    image.Fill(x + place % 3 * size, y + place / 3 * size, size, size, colour);
                }
            }

            x += 4 * size;
        }
    }
}
