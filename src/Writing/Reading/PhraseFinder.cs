namespace Troubadour.Writing;

/// <summary>Finds the phrases of a description that lines can hold, by the classes of its words alone.</summary>
internal sealed class PhraseFinder(IReadOnlyList<Token> tokens, WordClasses words)
{
    private const int LongestClause = 8;

    private readonly List<Phrase> _phrases = [];
    private Phrase? _last;
    private int _at;

    /// <summary>The phrases in the order of their words.</summary>
    public List<Phrase> Find()
    {
        while (_at < tokens.Count)
        {
            var start = _at;
            Step();
            _at = Math.Max(_at, start + 1);
        }

        return _phrases;
    }

    private void Step()
    {
        var word = tokens[_at].Lower;
        if (words.Is(word, "prep") && !EndsPart(_at))
        {
            Prepositional(word);
        }
        else if (words.Is(word, "rel") && _last is not null && !EndsPart(_at) && word is "who" or "that" or "which")
        {
            Relative();
        }
        else if (words.Is(word, "pron") && IsVerbAt(_at + 1) && !EndsPart(_at))
        {
            Sentence(_at, _at + 1);
        }
        else if (words.IsGerund(word) && words.NounKind(word) is not ("person" or "animal" or "thing" or "place"))
        {
            Gerund();
        }
        else
        {
            Noun();
        }
    }

    private void Noun()
    {
        var start = _at;
        var found = NounPhrases.Read(tokens, words, ref _at);
        if (found is null)
        {
            return;
        }

        _phrases.AddRange(found);
        _last = found.FirstOrDefault(phrase => phrase.Kind is "who" or "name" or "thing") ?? found[0];
        if (_at < tokens.Count && !EndsPart(_at - 1) && IsFiniteAt(_at))
        {
            Sentence(start, _at);
        }
    }

    private void Prepositional(string preposition)
    {
        var start = _at++;
        var found = NounPhrases.Read(
            tokens,
            words,
            ref _at,
            isPlace: preposition is not ("with" or "without" or "after")
        );
        if (found is null)
        {
            return;
        }

        var text = Join(start, _at);
        if (_at - start <= 6 && IsWhere(preposition, found[0]))
        {
            _phrases.Add(new Phrase("pp", text, false) { Says = Said(start, _at) });
        }

        _phrases.AddRange(found);
    }

    // "in Paris", "under the bridge", "after the war"; neither "in love" nor "with a toaster".
    private bool IsWhere(string preposition, Phrase inside) =>
        preposition is not ("with" or "without" or "into" or "onto" or "against" or "as")
        && (
            inside.Kind is "place" or "time" or "thing" or "big"
            || preposition is "after" or "before" or "during"
            || words.Is(inside.Bare.Split(' ')[^1], "weather")
        );

    private void Relative()
    {
        var start = _at + 1;
        if (!IsFiniteAt(start))
        {
            if (tokens[_at].Lower is "that" or "which" && start < tokens.Count && words.Is(tokens[start].Lower, "pron"))
            {
                Sentence(start, start + 1);
            }

            return;
        }

        var end = ClauseEnd(start + 1);
        Add("clause", "", start, end, _last!.IsPlural);
        Inner(start + 1, end);
    }

    private void Sentence(int start, int verb)
    {
        var end = ClauseEnd(verb + 1);
        if (end - start > 2 || (end - start == 2 && words.IsContent(tokens[verb].Lower)))
        {
            Add("say", "", start, end, false);
        }

        Inner(verb + 1, end);
    }

    private void Gerund()
    {
        var start = _at;
        var end = ClauseEnd(start + 1, longest: 6);
        if (start > 0 && !EndsPart(start - 1) && _last is { Kind: "who" or "name" })
        {
            Add("clause", _last.IsPlural ? "were " : "was ", start, end, _last.IsPlural);
        }
        else
        {
            Add("ing", "", start, end, false);
        }

        Inner(start + 1, end);
    }

    // The clause, and what of it stands before its first place or time, for shorter lines.
    private void Add(string kind, string prefix, int start, int end, bool isPlural)
    {
        var cut = Enumerable
            .Range(start, end - start)
            .FirstOrDefault(i =>
                i > start + 1 && words.Is(tokens[i].Lower, "prep") && !words.Is(tokens[i].Lower, "adverb")
            );
        foreach (var stop in cut > 0 ? new[] { end, cut } : [end])
        {
            _phrases.Add(new Phrase(kind, prefix + Join(start, stop), isPlural) { Says = Said(start, stop) });
        }
    }

    // What stands inside a clause may serve alone too.
    private void Inner(int start, int end)
    {
        while (start < end && !words.Is(tokens[start].Lower, "det") && IsVerbAt(start))
        {
            start++;
        }

        var inside = new PhraseFinder([.. tokens.Skip(start).Take(end - start)], words).Find();
        _phrases.AddRange(inside.Where(phrase => phrase.Kind != "say"));
        _at = end;
    }

    private int ClauseEnd(int from, int longest = LongestClause)
    {
        var end = from;
        while (end < tokens.Count && end - from < longest && !EndsPart(end - 1) && !Stops(end, from))
        {
            end++;
        }

        // Cut for its length inside "the big city": back to before it.
        if (end - from == longest && end < tokens.Count && !EndsPart(end - 1) && words.IsContent(tokens[end].Lower))
        {
            while (end > from && words.IsContent(tokens[end - 1].Lower))
            {
                end--;
            }
        }

        while (end > from && IsLoose(tokens[end - 1].Lower))
        {
            end--;
        }

        return end;
    }

    private bool Stops(int at, int from)
    {
        var word = tokens[at].Lower;
        var next = at + 1 < tokens.Count ? tokens[at + 1].Lower : "";
        return (words.Is(word, "rel") && word is not ("that" or "how" or "what"))
            || words.Is(word, "meta")
            || (words.Is(word, "conj") && (at - from > 3 || words.Is(next, "pron") || word is "but" or "nor" or "yet"));
    }

    private bool IsLoose(string word) =>
        words.Is(word, "det")
        || words.Is(word, "possessive")
        || words.Is(word, "conj")
        || words.Is(word, "link")
        || words.Is(word, "rel")
        || words.Is(word, "aux")
        || (words.Is(word, "prep") && !words.Is(word, "adverb"));

    private bool IsVerbAt(int at) => IsFiniteAt(at) || (at < tokens.Count && words.Is(tokens[at].Lower, "verb"));

    private bool IsFiniteAt(int at) =>
        at < tokens.Count
        && (
            words.IsFinite(tokens[at].Lower)
            || words.Is(tokens[at].Lower, "aux")
            || (words.Is(tokens[at].Lower, "verb") && words.NounKind(tokens[at].Lower) is null)
        );

    private bool EndsPart(int at) => tokens[at].EndsPart;

    private string Join(int start, int end) =>
        string.Join(' ', tokens.Skip(start).Take(end - start).Select(t => t.Text));

    private List<string> Said(int start, int end) =>
        [.. tokens.Skip(start).Take(end - start).Select(t => t.Lower).Where(words.IsContent)];
}
