namespace Troubadour.Lyrics;

/// <summary>Digits as the words that are sung: "24" twenty four, "1999" nineteen ninety nine, "7th" seventh, "80s" eighties.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    private static readonly (long Value, string Name)[] Large =
    [
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
        (100, "hundred"),
    ];

    /// <summary>The words of a run of the digits 0 to 9.</summary>
    /// <param name="digits">At least one digit.</param>
    /// <param name="suffix">What follows at once: "", "st", "nd", "rd", "th" (an ordinal) or "s" (a plural).</param>
    public static List<string> Of(string digits, string suffix)
    {
        var words = Cardinal(digits, suffix);
        if (suffix is "st" or "nd" or "rd" or "th")
        {
            words[^1] = Ordinal(words[^1]);
        }
        else if (suffix == "s")
        {
            words[^1] = Plural(words[^1]);
        }

        return words;
    }

    private static List<string> Cardinal(string digits, string suffix)
    {
        var words = new List<string>();
        if (digits.Length > 12 || (digits.Length > 1 && digits[0] == '0'))
        {
            words.AddRange(digits.Select(d => d == '0' ? "oh" : Small[d - '0']));
            return words;
        }

        if (digits is "911" or "411" or [_, '0', not '0'])
        {
            words.AddRange(digits.Select(d => d == '0' ? "oh" : Small[d - '0']));
            return words;
        }

        var value = long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        var isYear = digits.Length == 4 && suffix is "" or "s" && value is (>= 1100 and < 2000) or (>= 2010 and < 2100);
        if (isYear && value % 1000 != 0)
        {
            Say(value / 100, words);
            if (value % 100 == 0)
            {
                words.Add("hundred");
            }
            else
            {
                if (value % 100 < 10)
                {
                    words.Add("oh");
                }

                Say(value % 100, words);
            }
        }
        else
        {
            Say(value, words);
        }

        return words;
    }

    private static void Say(long value, List<string> words)
    {
        foreach (var (unit, name) in Large)
        {
            if (value >= unit)
            {
                Say(value / unit, words);
                words.Add(name);
                value %= unit;
                if (value == 0)
                {
                    return;
                }
            }
        }

        if (value >= 20)
        {
            words.Add(Tens[value / 10]);
            value %= 10;
            if (value == 0)
            {
                return;
            }
        }

        words.Add(Small[value]);
    }

    private static string Ordinal(string word) =>
        word switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            _ => word[^1] == 'y' ? $"{word[..^1]}ieth" : $"{word}th",
        };

    private static string Plural(string word) =>
        word switch
        {
            "six" => "sixes",
            _ => word[^1] == 'y' ? $"{word[..^1]}ies" : $"{word}s",
        };
}
