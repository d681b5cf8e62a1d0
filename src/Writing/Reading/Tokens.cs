using System.Text;
using System.Text.RegularExpressions;

namespace Troubadour.Writing;

/// <summary>Parts descriptions into words.</summary>
internal static partial class Tokens
{
    /// <summary>The words in Latin letters; others fall away.</summary>
    public static List<Token> Of(string text, WordClasses words)
    {
        var sound = string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFD ? " " : rune.ToString()));
        var matches = Word().Matches(sound.Normalize(NormalizationForm.FormC).Replace('’', '\'')).ToList();
        var heavy = matches
            .Select(match => match.Groups["word"].Value)
            .Where(word => words.IsContent(word.ToLowerInvariant()))
            .ToList();
        var isTitled = heavy.Count > 3 && heavy.All(word => char.IsUpper(word[0]));
        var tokens = new List<Token>(matches.Count);
        var isStart = true;
        foreach (var match in matches)
        {
            var written = match.Groups["word"].Value;
            var lower = written.ToLowerInvariant();
            var isCapital = char.IsUpper(written[0]) && written.Length > 1 && !isTitled;
            var isKnown =
                !words.IsContent(lower)
                || words.IsFinite(lower)
                || words.IsGerund(lower)
                || words.Is(lower, "verb")
                || words.Is(lower, "adjective")
                || words.IsPlural(lower)
                || words.NounKind(lower) is not null;
            var isName = isCapital && (isStart ? !isKnown : !words.Is(lower, "meta") && words.IsContent(lower));
            var after = match.Groups["after"].Value;
            var ends = PartEnd().IsMatch(after);
            tokens.Add(
                new Token(
                    isName || lower == "i" || words.Is(lower, "proper") ? Proper(written, lower) : lower,
                    lower,
                    ends,
                    isName
                )
            );
            isStart = SentenceEnd().IsMatch(after);
        }

        return tokens;
    }

    private static string Proper(string written, string lower) => lower == "i" ? "I" : Wording.Capital(written);

    [GeneratedRegex(
        @"(?<word>[\p{IsBasicLatin}\p{IsLatin-1Supplement}\p{IsLatinExtended-A}-[\P{L}]]+(?:['-][\p{IsBasicLatin}\p{IsLatin-1Supplement}\p{IsLatinExtended-A}-[\P{L}]]+|&[a-zA-Z])*)(?<after>[^\p{L}]*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"[,.;:!?()""\n/–—-]", RegexOptions.CultureInvariant)]
    private static partial Regex PartEnd();

    [GeneratedRegex(@"[.!?:\n]", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
