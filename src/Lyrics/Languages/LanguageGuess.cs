using System.Text;

namespace Troubadour.Lyrics;

/// <summary>
/// Guesses the language of lyrics in Latin letters from the words that carry its sentences and from its marked letters. English
/// unless another one is clear.
/// </summary>
internal sealed class LanguageGuess
{
    private static readonly SungLanguage[] Named =
    [
        SungLanguage.Spanish,
        SungLanguage.French,
        SungLanguage.German,
        SungLanguage.Italian,
        SungLanguage.Portuguese,
    ];

    private readonly Func<SungLanguage, LetterLanguage> _language;
    private readonly Func<string, bool> _isEnglishFunctionWord;
    private readonly Func<string, bool> _isEnglish;
    private readonly HashSet<string> _vocalise = new(StringComparer.Ordinal);

    /// <summary>A guess over what knows the words.</summary>
    /// <param name="language">The languages by rules.</param>
    /// <param name="isEnglishFunctionWord">True for the words that carry English sentences.</param>
    /// <param name="isEnglish">True for a word of the English dictionary.</param>
    public LanguageGuess(
        Func<SungLanguage, LetterLanguage> language,
        Func<string, bool> isEnglishFunctionWord,
        Func<string, bool> isEnglish
    )
    {
        _language = language;
        _isEnglishFunctionWord = isEnglishFunctionWord;
        _isEnglish = isEnglish;
        _vocalise.UnionWith(Resource.Lines("Vocalise", "Languages").SelectMany(line => line.Split(' ')));
    }

    /// <summary>The language of lyrics without tags.</summary>
    public SungLanguage Of(string lyrics)
    {
        var words = Words(lyrics);
        if (words.Count == 0)
        {
            return SungLanguage.English;
        }

        var english = words.Count(_isEnglishFunctionWord);
        var (best, score) = (SungLanguage.English, 0.0);
        foreach (var named in Named)
        {
            var own = Score(words, _language(named));
            (best, score) = own > score ? (named, own) : (best, score);
        }

        var enough = words.Count < 8 ? 1.5 : 2.5;
        var isNamed = score > 1.3 * english && score > 0.14 * words.Count;
        return isNamed && score >= enough ? best
            : !IsForeign(words, english) ? SungLanguage.English
            : isNamed && score >= 1 ? best
            : SungLanguage.Continental;
    }

    private static double Score(List<string> words, LetterLanguage language)
    {
        var score = 0.0;
        foreach (var word in words)
        {
            score +=
                word.Split('\'').Any(language.IsFunctionWord) ? 1
                : word.Split('\'').Any(language.IsHint) ? 0.8
                : 0;
            score += word.Any(c => language.Marks.Contains(c, StringComparison.Ordinal)) ? 0.6 : 0;
            score += Marked(word).Any() ? 0.1 : 0;
            score -= Marked(word).Any(c => !language.Letters.Contains(c, StringComparison.Ordinal)) ? 1.2 : 0;
        }

        return score;
    }

    private static IEnumerable<char> Marked(string word) => word.Where(c => c > 0x7F && c is not ('’' or '‘' or 'ʼ'));

    // No English and none of the languages by name: few words of the dictionary, or letters of yet other spellings.
    private bool IsForeign(List<string> words, int english)
    {
        var marks = _language(SungLanguage.Continental).Marks;
        var marked = words.Count(word => word.Any(c => marks.Contains(c, StringComparison.Ordinal)));
        var distinct = words.Distinct(StringComparer.Ordinal).ToList();
        var known = (double)distinct.Count(_isEnglish) / distinct.Count;
        var carried = (double)english / words.Count;
        var accented = words.Count(word => Marked(word).Any());
        return (marked >= 2 && marked > 0.1 * words.Count && carried < 0.2)
            || (accented >= 2 && accented > 0.15 * words.Count && carried < 0.2)
            || (distinct.Count >= 6 && carried < 0.15 && known < 0.65)
            || (distinct.Count >= 8 && carried < 0.05 && known < 0.75);
    }

    private List<string> Words(string lyrics) =>
        [
            .. LineWords
                .Split(lyrics.Normalize(NormalizationForm.FormC))
                .Select(word => word.Text.ToLowerInvariant().Replace('’', '\''))
                .Where(word =>
                    word.EnumerateRunes().All(rune => !Rune.IsDigit(rune))
                    && word.EnumerateRunes().Any(Spelling.IsLatin)
                )
                .Where(word => !_vocalise.Contains(word) && !word.Split('-').All(_vocalise.Contains)),
        ];
}
