namespace Troubadour.Lyrics;

/// <summary>The languages other than English; each is read when it is first needed. Safe for use from many threads.</summary>
internal sealed class Tongues
{
    private readonly Lazy<MandarinReader> _mandarin = new(() => new MandarinReader());
    private readonly Dictionary<SungLanguage, Lazy<LetterLanguage>> _languages = Enum.GetValues<SungLanguage>()
        .Where(language => language != SungLanguage.English)
        .ToDictionary(
            language => language,
            language => new Lazy<LetterLanguage>(() => new LetterLanguage($"{language}"))
        );

    private readonly Lazy<HashSet<string>> _borrowed = new(() =>
        Resource.Lines("Borrowed", "Languages").SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.Ordinal)
    );

    private readonly Lazy<LanguageGuess> _guess;

    /// <summary>The languages beside an English one.</summary>
    /// <param name="isEnglishFunctionWord">True for the words that carry English sentences.</param>
    /// <param name="isEnglish">True for a word of the English dictionary.</param>
    public Tongues(Func<string, bool> isEnglishFunctionWord, Func<string, bool> isEnglish)
    {
        _guess = new Lazy<LanguageGuess>(() =>
            new LanguageGuess(language => _languages[language].Value, isEnglishFunctionWord, isEnglish)
        );
    }

    /// <summary>Chinese characters.</summary>
    public MandarinReader Mandarin => _mandarin.Value;

    /// <summary>The language that lyrics without tags seem to be in.</summary>
    public SungLanguage Guess(string words) => _guess.Value.Of(words);

    /// <summary>Latin letters by the rules of a language; null for English.</summary>
    public LetterReader? Letters(SungLanguage language) =>
        language == SungLanguage.English ? null : new LetterReader(_languages[language].Value, _borrowed.Value);
}
