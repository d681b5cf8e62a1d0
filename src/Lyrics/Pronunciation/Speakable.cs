namespace Troubadour.Lyrics;

/// <summary>Turns one written token into plain words of letters: digits, symbols and joined parts are spoken out.</summary>
internal static class Speakable
{
    /// <summary>Characters that are spoken although they are neither letters nor digits.</summary>
    public const string Symbols = "&%@$+£€#";

    /// <summary>The words of a folded token (letters, digits, apostrophes, hyphens, dots, commas, colons and symbols).</summary>
    public static List<string> Expand(string token)
    {
        var words = new List<string>();
        var currency = "";
        for (var i = 0; i < token.Length; )
        {
            var start = i;
            if (IsLetter(token[i]))
            {
                for (; i < token.Length && IsLetter(token[i]); i++) { }
                words.Add(token[start..i]);
            }
            else if (char.IsAsciiDigit(token[i]))
            {
                var first = words.Count;
                i = Digits(token, i, words);
                if (currency.Length > 0)
                {
                    i = Money(token, i, words, words[first..] is ["one"] ? currency[..^1] : currency);
                    currency = "";
                }
            }
            else
            {
                i++;
                if (token[start] is '$' or '£' or '€' && i < token.Length && char.IsAsciiDigit(token[i]))
                {
                    currency = Currency(token[start]);
                }
                else if (
                    token[start] == '.'
                    && start > 0
                    && i < token.Length
                    && char.IsAsciiDigit(token[start - 1])
                    && char.IsAsciiDigit(token[i])
                )
                {
                    words.Add("point");
                }
                else if (Name(token[start]) is { Length: > 0 } name)
                {
                    words.Add(token[start] == '&' && token.Length > 1 ? "'n'" : name);
                }
            }
        }

        return words;
    }

    private static int Digits(string token, int start, List<string> words)
    {
        var i = start;
        for (; i < token.Length && (char.IsAsciiDigit(token[i]) || IsGrouping(token, i)); i++) { }
        var digits = token[start..i].Replace(",", "", StringComparison.Ordinal);
        if (start > 0 && token[start - 1] == '.')
        {
            words.AddRange(
                digits.SelectMany(digit => NumberWords.Of(digit == '0' ? "00" : digit.ToString(), "").Take(1))
            );
            return i;
        }

        if (digits == "00" && start > 0 && token[start - 1] == ':')
        {
            words.Add("o'clock");
            return i;
        }

        var from = i < token.Length && token[i] == '\'' ? i + 1 : i;
        var end = from;
        for (; end < token.Length && IsLetter(token[end]); end++) { }
        var suffix = token[from..end];
        if (suffix is "am" or "pm")
        {
            words.AddRange(NumberWords.Of(digits, ""));
            words.AddRange([$"{suffix[0]}.", "m."]);
            return end;
        }

        var isSuffix = suffix is "st" or "nd" or "rd" or "th" or "s";
        words.AddRange(NumberWords.Of(digits, isSuffix ? suffix : ""));
        return isSuffix ? end : i;
    }

    // "$3.50" is "three fifty", "$5" is "five dollars".
    private static int Money(string token, int i, List<string> words, string currency)
    {
        if (
            i + 2 < token.Length
            && token[i] == '.'
            && char.IsAsciiDigit(token[i + 1])
            && char.IsAsciiDigit(token[i + 2])
        )
        {
            words.AddRange(NumberWords.Of(token.Substring(i + 1, 2), ""));
            return i + 3;
        }

        words.Add(currency);
        return i;
    }

    private static bool IsGrouping(string token, int i) =>
        token[i] == ','
        && i > 0
        && i + 3 < token.Length
        && token.AsSpan(i + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or '\'';

    private static string Currency(char c) =>
        c switch
        {
            '$' => "dollars",
            '£' => "pounds",
            _ => "euros",
        };

    private static string Name(char c) =>
        c switch
        {
            '&' or '+' => "and",
            '%' => "percent",
            '@' => "at",
            '#' => "number",
            _ => "",
        };
}
