using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// Cuts a text into words and breaks. Hyphens, underscores and slashes part words (not in 6/8), apostrophes vanish, "&amp;" is
/// "and", a sharp or flat stays with its letter. Signs of scripts without spaces are words of their own.
/// </summary>
internal static class Tokenizer
{
    private const char FirstSign = '⺀';

    public static ImmutableArray<Token> Cut(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (start < 0 && IsSign(c))
            {
                tokens.Add(new Token(c.ToString(), c.ToString(), false));
            }
            else if (IsInside(text, i, start))
            {
                start = start < 0 ? i : start;
            }
            else
            {
                Add(tokens, text, start, i);
                start = -1;
                AddMark(tokens, c);
                i -= IsSign(c) ? 1 : 0;
            }
        }

        return tokens.ToImmutable();
    }

    /// <summary>A phrase as the reader looks it up: its words joined by single spaces.</summary>
    public static string Normalise(string phrase) =>
        string.Join(' ', Cut(phrase).Where(token => !token.IsBreak).Select(token => token.Text));

    private static bool IsInside(string text, int i, int start)
    {
        if (i >= text.Length)
        {
            return false;
        }

        var c = text[i];
        if (char.IsLetterOrDigit(c))
        {
            return !IsSign(c);
        }

        var after = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
        return start >= 0
            && (
                c is '#' or '♯' or '♭'
                || (c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                || (c is '.' or '/' && after && char.IsAsciiDigit(text[i - 1]))
            );
    }

    private static void Add(ImmutableArray<Token>.Builder tokens, string text, int start, int end)
    {
        if (start < 0)
        {
            return;
        }

        var raw = text[start..end]
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal);
        tokens.Add(new Token(raw.ToLowerInvariant(), raw, false));
    }

    private static void AddMark(ImmutableArray<Token>.Builder tokens, char c)
    {
        if (c == '&')
        {
            tokens.Add(new Token("and", "&", false));
        }
        else if (c is ',' or '、' or '，')
        {
            tokens.Add(new Token(",", ",", true));
        }
        else if (c is '.' or ';' or '!' or '?' or '\n' or '(' or ')' or '[' or ']' or '|' or ':' or '。' or '–' or '—')
        {
            tokens.Add(new Token(c == ':' ? ":" : ".", c.ToString(), true));
        }
    }

    // Han and kana are written without spaces.
    private static bool IsSign(char c) => c >= FirstSign && char.IsLetter(c) && !char.IsSurrogate(c);
}
