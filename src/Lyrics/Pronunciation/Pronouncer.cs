using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// Text to sung words: American English phones from the CMU lexicon, with a table of sung forms before it and the lexicon's
/// letter-to-sound trees behind it, so that any text in Latin letters gets syllables. Safe for use from many threads.
/// </summary>
public sealed class Pronouncer
{
    private static readonly ImmutableArray<Syllable> Hum = [new(["ah"], 1)];

    private readonly Lexicon _lexicon;
    private readonly HashSet<string> _functionWords;
    private readonly Tongues _tongues;
    private readonly LetterReader? _letters;

    private Pronouncer(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _functionWords = new HashSet<string>(
            Resource.Lines("FunctionWords").SelectMany(l => l.Split(' ')),
            StringComparer.Ordinal
        );
        _tongues = new Tongues(word => !IsContent(word), word => !_lexicon.Known(Spelling.Fold(word, "'")).IsDefault);
    }

    private Pronouncer(Pronouncer other, SungLanguage language)
    {
        (_lexicon, _functionWords, _tongues, Language) = (
            other._lexicon,
            other._functionWords,
            other._tongues,
            language
        );
        _letters = _tongues.Letters(language);
    }

    /// <summary>By which language's rules Latin letters are sung.</summary>
    public SungLanguage Language { get; }

    /// <summary>Indexes the dictionary (about 0.1 s); the rules are read when the first unknown word comes.</summary>
    /// <param name="dictionaryPath">The compiled lexicon of the Debian package festlex-cmu, "cmudict-0.4.out".</param>
    /// <param name="letterToSoundPath">Its letter-to-sound rules, "cmu_lts_rules.scm".</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static Pronouncer Load(string dictionaryPath, string letterToSoundPath)
    {
        if (!File.Exists(letterToSoundPath))
        {
            throw new FileNotFoundException("The letter-to-sound rules are missing.", letterToSoundPath);
        }

        var dictionary = new PronouncingDictionary(File.ReadAllBytes(dictionaryPath));
        return new Pronouncer(
            new Lexicon(dictionary, () => new LetterToSound(File.ReadAllText(letterToSoundPath, Encoding.Latin1)))
        );
    }

    /// <summary>
    /// True when a text can be sung: it has Latin letters or Chinese characters, and at most a quarter of its letters are of other
    /// scripts. Han characters beside kana or hangul count as of other scripts. Digits, punctuation and symbols do not count.
    /// </summary>
    public static bool IsSingable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Scripts.IsSingable(text);
    }

    /// <summary>True when more than half of a text's letters are Chinese characters.</summary>
    public static bool IsMostlyChinese(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (han, letters) = Scripts.Count(text);
        return han * 2 > letters;
    }

    /// <summary>The same words by the rules of the language that a song's lyrics seem to be in; English when in doubt.</summary>
    /// <param name="lyrics">The whole lyrics with their tags.</param>
    public Pronouncer For(string lyrics)
    {
        ArgumentNullException.ThrowIfNull(lyrics);
        return In(_tongues.Guess(LyricsReader.Words(lyrics)));
    }

    /// <summary>The same words by the rules of a language.</summary>
    public Pronouncer In(SungLanguage language) => language == Language ? this : new Pronouncer(this, language);

    /// <summary>
    /// The words of a line. Punctuation falls away, and so do words without a Latin letter or a digit; each other written word gives one
    /// sung word, numbers with the syllables of the words they stand for.
    /// </summary>
    public ImmutableArray<SungWord> Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Scripts.HasHan(text))
        {
            return [.. MixedLine.Cut(text).SelectMany(Piece)];
        }

        var words = ImmutableArray.CreateBuilder<SungWord>();
        foreach (var written in LineWords.Split(text))
        {
            if (_letters?.Read(written) is { } spelled)
            {
                words.Add(spelled);
            }
            else if (Find(written) is { IsEmpty: false } syllables)
            {
                words.Add(new SungWord(written, IsContent(written), syllables));
            }
        }

        return words.ToImmutable();
    }

    /// <summary>One word, whatever the text holds; a text with nothing to pronounce is hummed as "ah".</summary>
    public SungWord Word(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Line(text);
        return words.Length switch
        {
            0 => new SungWord(text, false, Hum),
            1 => words[0],
            _ => new SungWord(text, words.Any(w => w.IsContent), [.. words.SelectMany(w => w.Syllables)]),
        };
    }

    private IEnumerable<SungWord> Piece((string Text, bool IsHan, bool IsBacking) piece) =>
        (piece.IsHan ? _tongues.Mandarin.Words(piece.Text) : Line(piece.Text)).Select(word =>
            piece.IsBacking ? word with { IsBacking = true } : word
        );

    private bool IsContent(string written) =>
        !_functionWords.Contains(Spelling.Fold(written).Replace("'", "", StringComparison.Ordinal));

    private ImmutableArray<Syllable> Find(string written)
    {
        var folded = Spelling.Fold(written.Replace('‐', '-').Replace('‑', '-'), "-.,:" + Speakable.Symbols);
        if (IsInitials(folded) || IsAcronym(written, folded))
        {
            return _lexicon.Spelled(folded);
        }

        var parts = folded.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && IsDrawnOut(parts)
            ? Say(string.Concat(parts))
            : [.. parts.SelectMany(p => (IEnumerable<Syllable>)Say(p))];
    }

    private ImmutableArray<Syllable> Say(string token) =>
        [.. Speakable.Expand(token).SelectMany(w => (IEnumerable<Syllable>)_lexicon.Pronounce(w))];

    private static bool IsInitials(string folded) =>
        folded.Length > 2 && folded[1] == '.' && !folded.AsSpan().ContainsAnyInRange('0', '9');

    private bool IsAcronym(string written, string folded) =>
        folded.Length is 2 or 3 && written.All(char.IsAsciiLetterUpper) && _lexicon.Known(folded).IsDefault;

    // "lo-o-ove" and "ba-by" are one word drawn out; "oh-oh", "well-known" and "T-shirt" are words joined.
    private bool IsDrawnOut(string[] parts)
    {
        if (parts.All(p => p == parts[0]) || parts.Any(p => !p.All(char.IsAsciiLetterLower)))
        {
            return false;
        }

        var joined = string.Concat(parts);
        return parts.Skip(1).SkipLast(1).Any(p => p.All(c => c == p[0]))
            || (parts.Any(p => p.Length < 3 || _lexicon.Known(p).IsDefault) && !_lexicon.Known(joined).IsDefault)
            || (parts[0].Length == 1 && parts[1].StartsWith(parts[0], StringComparison.Ordinal));
    }
}
