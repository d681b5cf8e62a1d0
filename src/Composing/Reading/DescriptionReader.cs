using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Reads free text about music: sentences, tags or both. The longest phrase of the word lists wins at each place; case, punctuation
/// and hyphens do not matter; words that no list has (names of artists among them) mean nothing. Time grows with the length alone.
/// </summary>
public sealed class DescriptionReader(WordLists words)
{
    /// <summary>Characters that are read; what follows them is not.</summary>
    public const int MostCharacters = 5000;

    private const double FlavourWeight = 0.35;

    /// <summary>What the texts say.</summary>
    /// <param name="description">What is wanted.</param>
    /// <param name="exclude">What is not wanted.</param>
    public Reading Read(string description, string exclude = "")
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(exclude);
        var builder = new ReadingBuilder(words);
        Scan(Cut(description), builder, everythingDenied: false);
        Scan(Cut(exclude), builder, everythingDenied: true);
        return builder.Build();
    }

    /// <summary>What the texts of a brief say.</summary>
    internal Reading ReadBrief(SongBrief brief) =>
        brief.IsLiteral ? ReadTags(brief.Description, brief.Exclude) : Read(brief.Description, brief.Exclude);

    /// <summary>
    /// What a list of tags says by the letter. Commas, semicolons and new lines part the tags; one counts only where the whole of it is a
    /// phrase of the word lists, a tempo, a metre or a key. Sentences, denials and words inside a tag mean nothing.
    /// </summary>
    /// <param name="tags">What is wanted.</param>
    /// <param name="exclude">What is not wanted, read as usual.</param>
    public Reading ReadTags(string tags, string exclude = "")
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(exclude);
        var builder = new ReadingBuilder(words);
        foreach (var tag in Shortened(tags).Split([',', ';', '\n', '、', '，']))
        {
            ReadTag(Tokenizer.Cut(tag.Trim().TrimEnd('.', '!')), builder);
        }

        Scan(Cut(exclude), builder, everythingDenied: true);
        return builder.Build();
    }

    private static string Shortened(string text) => text.Length > MostCharacters ? text[..MostCharacters] : text;

    private static ImmutableArray<Token> Cut(string text) => Tokenizer.Cut(Shortened(text));

    private void ReadTag(ImmutableArray<Token> tokens, ReadingBuilder builder)
    {
        if (tokens.IsEmpty || tokens.Any(token => token.IsBreak))
        {
            return;
        }

        var (entries, length) = Longest(tokens, 0);
        if (length == tokens.Length)
        {
            foreach (var entry in entries.Where(entry => !entry.BesideVoice))
            {
                builder.Affirm(entry, 1, entry.Alone);
            }
        }
        else if (new NumberReader(tokens, new ReadingBuilder(words)).Read(0) == tokens.Length)
        {
            _ = new NumberReader(tokens, builder).Read(0);
        }
    }

    private void Scan(ImmutableArray<Token> tokens, ReadingBuilder builder, bool everythingDenied)
    {
        var numbers = new NumberReader(tokens, builder);
        var denial = new Denial(words, tokens);
        for (var i = 0; i < tokens.Length; )
        {
            var (entries, length) = Longest(tokens, i);
            var read = everythingDenied ? 0 : numbers.Read(i);
            if (read >= Math.Max(1, length))
            {
                denial.Pass(read);
                i += read;
                continue;
            }

            if (length == 0)
            {
                denial.Step(i);
                i++;
                continue;
            }

            var denied = everythingDenied || denial.Covers(i, length);
            foreach (var entry in entries.Where(entry => !entry.BesideVoice || VoiceFollows(tokens, i + length)))
            {
                Apply(builder, entry, denied, tokens, i, length);
            }

            denial.Met(entries);
            i += length;
        }
    }

    private void Apply(
        ReadingBuilder builder,
        WordEntry entry,
        bool denied,
        ImmutableArray<Token> tokens,
        int start,
        int length
    )
    {
        if (denied)
        {
            builder.Deny(entry);
        }
        else
        {
            var weight = IsFlavour(tokens, start, length) ? FlavourWeight : 1;
            builder.Affirm(
                entry,
                weight,
                entry.Alone || (entry.Instrument is not null && IsOnly(tokens, start, length))
            );
        }
    }

    private (ImmutableArray<WordEntry> Entries, int Length) Longest(ImmutableArray<Token> tokens, int start)
    {
        var most = 0;
        while (most < words.LongestPhrase && start + most < tokens.Length && !tokens[start + most].IsBreak)
        {
            most++;
        }

        for (var length = most; length > 0; length--)
        {
            var phrase = string.Join(' ', Enumerable.Range(start, length).Select(i => tokens[i].Text));
            var entries = words.Find(phrase);
            if (!entries.IsEmpty)
            {
                return (entries, length);
            }
        }

        return ([], 0);
    }

    private bool IsFlavour(ImmutableArray<Token> tokens, int start, int length)
    {
        var before = Word(tokens, start - 1) is "of" or "a" ? Word(tokens, start - 2) : Word(tokens, start - 1);
        return words.Grammar.Hint.Contains(before) || words.Grammar.Influence.Contains(Word(tokens, start + length));
    }

    private bool IsOnly(ImmutableArray<Token> tokens, int start, int length)
    {
        if (words.Grammar.OnlyBefore.Contains(Word(tokens, start - 1)))
        {
            return true;
        }

        // "guitar and strings only"
        var after = start + length;
        for (var more = 0; more < 3 && Word(tokens, after) == "and"; more++)
        {
            after += 1 + Longest(tokens, after + 1).Length;
        }

        return words.Grammar.OnlyAfter.Contains(Word(tokens, after));
    }

    private bool VoiceFollows(ImmutableArray<Token> tokens, int start)
    {
        for (var i = start; i < Math.Min(start + 3, tokens.Length) && !tokens[i].IsBreak; i++)
        {
            if (Longest(tokens, i).Entries.Any(entry => entry.Vocal == true))
            {
                return true;
            }
        }

        return false;
    }

    private static string Word(ImmutableArray<Token> tokens, int i) =>
        i >= 0 && i < tokens.Length ? tokens[i].Text : "";
}
