using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// Text to sung words: American English phones from the CMU lexicon, with a table of sung forms before it and a letter-to-sound model
/// that learned from it behind it, so that any text in Latin letters gets syllables. Safe for use from many threads.
/// </summary>
public sealed class Pronouncer
{
    private static readonly ImmutableArray<Syllable> Hum = [new(["ah"], 1)];

    private readonly TokenReader _tokens;
    private readonly Homographs _homographs;
    private readonly HashSet<string> _functionWords;
    private readonly Emphasis _emphasis;
    private readonly Tongues _tongues;
    private readonly LetterReader? _letters;

    private Pronouncer(Lexicon lexicon, Homographs homographs)
    {
        _tokens = new TokenReader(lexicon);
        _emphasis = new Emphasis(_tokens.IsInitials);
        _homographs = homographs;
        _functionWords = new HashSet<string>(
            Resource.Lines("FunctionWords").SelectMany(l => l.Split(' ')),
            StringComparer.Ordinal
        );
        _tongues = new Tongues(word => !IsContent(word), word => !lexicon.Known(Spelling.Fold(word, "'")).IsDefault);
    }

    private Pronouncer(Pronouncer other, SungLanguage language)
    {
        (_tokens, _emphasis, _homographs, _functionWords, _tongues, Language) = (
            other._tokens,
            other._emphasis,
            other._homographs,
            other._functionWords,
            other._tongues,
            language
        );
        _letters = _tongues.Letters(language);
    }

    /// <summary>By which language's rules Latin letters are sung.</summary>
    public SungLanguage Language { get; }

    /// <summary>Indexes the dictionary (about 0.1 s); the model for other words is unpacked when the first one comes.</summary>
    /// <param name="dictionaryPath">The compiled lexicon of the Debian package festlex-cmu, "cmudict-0.4.out".</param>
    /// <exception cref="IOException">The dictionary is missing or cannot be read.</exception>
    public static Pronouncer Load(string dictionaryPath)
    {
        var dictionary = new PronouncingDictionary(File.ReadAllBytes(dictionaryPath));
        return new Pronouncer(new Lexicon(dictionary), new Homographs(dictionary));
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
    /// sung word, numbers with the syllables of the words they stand for. Words in parentheses are the second voice's, words in capitals
    /// among others are leant on.
    /// </summary>
    /// <param name="text">The line.</param>
    /// <param name="rhymesWith">Lines that it may rhyme with, one a row, the likeliest first: they decide how its last word is said where
    /// its neighbours do not ("tears", "bow").</param>
    public ImmutableArray<SungWord> Line(string text, string? rhymesWith = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Scripts.HasHan(text))
        {
            return [.. MixedLine.Cut(text).SelectMany(Piece)];
        }

        var words = ImmutableArray.CreateBuilder<SungWord>();
        var written = LineWords.Split(text);
        var folded = written.ConvertAll(word => Spelling.Fold(word.Text, "-."));
        var emphasised = _emphasis.Of(written);
        for (var i = 0; i < written.Count; i++)
        {
            var isBacking = written[i].IsBacking;
            if (_letters?.Read(written[i].Text) is { } spelled)
            {
                words.Add(spelled with { IsBacking = isBacking, IsEmphasised = emphasised[i] });
            }
            else if (Syllables(written, folded, i, rhymesWith) is { IsEmpty: false } syllables)
            {
                words.Add(
                    new SungWord(written[i].Text, IsContent(written[i].Text), syllables)
                    {
                        IsBacking = isBacking,
                        IsEmphasised = emphasised[i],
                    }
                );
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

    private ImmutableArray<Syllable> Syllables(
        List<WrittenWord> written,
        List<string> folded,
        int i,
        string? rhymesWith
    ) =>
        _homographs.Find(folded[i]) is { } homograph
            ? homograph.Decided(folded, i) ?? homograph.Rhyming(i == written.Count - 1 ? LastWords(rhymesWith) : [])
            : _tokens.Read(written[i].Text);

    private IEnumerable<ImmutableArray<Syllable>> LastWords(string? lines) =>
        (lines ?? "")
            .Split('\n')
            .Select(line => LineWords.Split(line).LastOrDefault().Text)
            .Where(word => word is not null)
            .Select(word => _tokens.Read(word!));

    private IEnumerable<SungWord> Piece((string Text, bool IsHan, bool IsBacking) piece) =>
        (piece.IsHan ? _tongues.Mandarin.Words(piece.Text) : Line(piece.Text)).Select(word =>
            piece.IsBacking ? word with { IsBacking = true } : word
        );

    private bool IsContent(string written) =>
        !_functionWords.Contains(Spelling.Fold(written).Replace("'", "", StringComparison.Ordinal));
}
