namespace Troubadour.Writing;

/// <summary>Reads "the old robot chef", "my cat Luna", "a cup of coffee", "Paris".</summary>
internal static class NounPhrases
{
    private const int Longest = 5;
    private static readonly string[] Qualities = ["ic", "ful", "ous", "less", "ive", "able"];

    /// <summary>The phrases that begin at a word, and moves past them; null when none does.</summary>
    public static List<Phrase>? Read(IReadOnlyList<Token> tokens, WordClasses words, ref int at, bool isPlace = false)
    {
        var start = at;
        var determiner = "";
        while (at < tokens.Count && IsDeterminer(words, tokens[at].Lower))
        {
            determiner = determiner.Length == 0 ? tokens[at].Lower : determiner + " " + tokens[at].Lower;
            if (tokens[at++].EndsPart)
            {
                return null;
            }
        }

        var from = at;
        var names = Core(tokens, words, determiner.Length > 0, ref at);
        if (at == from)
        {
            return null;
        }

        var found = new List<Phrase>();
        var core = tokens.Skip(from).Take(at - from).ToList();
        var common = core.Take(core.Count - names).ToList();
        if (common.Count > 0 && !IsQuality(common, words) && !common.Exists(token => words.Is(token.Lower, "meta")))
        {
            found.Add(Make(determiner, common, words));
        }

        if (names > 0)
        {
            found.Add(Named(core.TakeLast(names).ToList(), words, isPlace && common.Count == 0));
        }

        return found.Count > 0 ? found : null;
    }

    private static bool IsQuality(List<Token> core, WordClasses words) =>
        words.NounKind(core[^1].Lower) is null
        && (
            words.Is(core[^1].Lower, "adjective")
            || Array.Exists(Qualities, ending => core[^1].Lower.EndsWith(ending, StringComparison.Ordinal))
        )
        && !core[^1].IsName;

    // How many names end it; the position moves past the last word.
    private static int Core(IReadOnlyList<Token> tokens, WordClasses words, bool isDetermined, ref int at)
    {
        var (start, names) = (at, 0);
        while (at < tokens.Count && at - start < Longest && Belongs(tokens, words, start, isDetermined, at))
        {
            names = tokens[at].IsName ? names + 1 : 0;
            if (tokens[at++].EndsPart)
            {
                return names;
            }
        }

        var isJoined = at > start && at + 1 < tokens.Count && tokens[at].Lower == "of" && at - start < 3 && names == 0;
        if (isJoined)
        {
            var rest = at + 1;
            while (rest < tokens.Count && IsDeterminer(words, tokens[rest].Lower) && !tokens[rest].EndsPart)
            {
                rest++;
            }

            var inner = rest;
            while (rest < tokens.Count && rest - inner < 2 && Belongs(tokens, words, inner, true, rest))
            {
                if (tokens[rest++].EndsPart)
                {
                    break;
                }
            }

            at = rest > inner ? rest : at;
        }

        return names;
    }

    private static bool Belongs(IReadOnlyList<Token> tokens, WordClasses words, int start, bool isDetermined, int at)
    {
        var word = tokens[at].Lower;
        if (tokens[at].IsName)
        {
            return true;
        }

        if (
            !words.IsContent(word)
            || (at > start && tokens[at - 1].IsName && !words.Is(word, "adjective") && words.NounKind(word) is null)
        )
        {
            return false;
        }

        if (at == start)
        {
            return isDetermined
                || !(words.IsFinite(word) || words.Is(word, "verb"))
                || words.NounKind(word) is not null
                || words.Is(word, "adjective");
        }

        // "a violinist playing": what somebody does is told by a clause.
        var before = tokens[at - 1].Lower;
        if (words.IsGerund(word) && (words.NounKind(before) is "person" or "animal" || IsAgent(before)))
        {
            return false;
        }

        var afterNoun =
            words.NounKind(tokens[at - 1].Lower) is not null && !words.Is(tokens[at - 1].Lower, "adjective");
        var isVerb =
            words.IsFinite(word) || (words.IsGerund(word) && words.NounKind(word) is null) || words.Is(word, "verb");
        return !(afterNoun && isVerb && (words.NounKind(word) is null || words.IsPlural(tokens[at - 1].Lower)));
    }

    private static Phrase Make(string determiner, List<Token> core, WordClasses words)
    {
        var of = core.FindIndex(token => token.Lower == "of");
        var head = core[of > 0 ? of - 1 : core.Count - 1].Lower;
        var bare = string.Join(' ', core.Select(token => token.Text));
        var isPlural = words.IsPlural(head) || determiner is "two" or "three" or "many" or "these" or "those" or "both";
        var isMass = words.Is(head, "mass") && !isPlural;
        // "his boat" says nothing where nobody has spoken of him.
        var isCommon =
            determiner is "" or "a" or "an" or "the" or "one" or "his" or "her" or "their" or "its" or "some";
        var definite =
            !isCommon ? $"{determiner} {bare}"
            : determiner.Length == 0 && (isMass || core.Exists(token => token.IsName)) ? bare
            : $"the {bare}";
        var indefinite =
            !isCommon ? definite
            : isPlural || definite == bare ? bare
            : determiner is "the" or "his" or "her" or "their" or "its" ? definite
            : $"{Wording.Article(bare)} {bare}";
        return new Phrase(KindOf(head, words), definite, isPlural)
        {
            Indefinite = indefinite,
            Bare = bare,
            Says = [.. core.Select(token => token.Lower).Where(words.IsContent)],
        };
    }

    private static Phrase Named(List<Token> names, WordClasses words, bool isPlace)
    {
        var text = string.Join(' ', names.Select(token => token.Text));
        var kind = words.NounKind(names[^1].Lower) switch
        {
            "time" => "time",
            "place" => "place",
            _ => isPlace ? "place" : "name",
        };
        return new Phrase(kind, text, false) { Says = [.. names.Select(token => token.Lower)] };
    }

    private static string KindOf(string head, WordClasses words) =>
        words.NounKind(head) switch
        {
            "person" or "animal" => "who",
            "place" => "place",
            "time" => "time",
            "idea" => "idea",
            "thing" => words.Is(head, "large") ? "big" : "thing",
            _ => IsAgent(head) ? "who" : "thing",
        };

    private static bool IsAgent(string word) =>
        word.Length > 4
        && (
            word.EndsWith("man", StringComparison.Ordinal)
            || word.EndsWith("er", StringComparison.Ordinal)
            || word.EndsWith("ers", StringComparison.Ordinal)
            || word.EndsWith("ist", StringComparison.Ordinal)
            || word.EndsWith("ian", StringComparison.Ordinal)
        );

    private static bool IsDeterminer(WordClasses words, string word) =>
        words.Is(word, "det") || words.Is(word, "possessive");
}
