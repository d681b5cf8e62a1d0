namespace Troubadour.Singing;

/// <summary>A question of a decision tree: does the label match one of these patterns, where * is any text and ? any character?</summary>
internal sealed class Question
{
    private readonly string[] _inside;
    private readonly string[] _starts;
    private readonly string[] _ends;
    private readonly string[] _general;

    /// <summary>Sorts the patterns by how they can be matched fastest.</summary>
    public Question(IEnumerable<string> patterns)
    {
        var byKind = patterns.ToLookup(KindOf);
        _inside = [.. byKind[Kind.Inside].Select(p => p[1..^1])];
        _starts = [.. byKind[Kind.Start].Select(p => p[..^1])];
        _ends = [.. byKind[Kind.End].Select(p => p[1..])];
        _general = [.. byKind[Kind.General]];
    }

    private enum Kind
    {
        Inside,
        Start,
        End,
        General,
    }

    /// <summary>True when one of the patterns matches the whole label.</summary>
    public bool Matches(string label)
    {
        foreach (var text in _inside)
        {
            if (label.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var text in _starts)
        {
            if (label.StartsWith(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var text in _ends)
        {
            if (label.EndsWith(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Array.Exists(_general, p => MatchesWildcards(p, label));
    }

    /// <summary>Wildcard matching with one point of return, the latest star.</summary>
    internal static bool MatchesWildcards(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    private static Kind KindOf(string pattern)
    {
        var core = pattern.AsSpan().Trim('*');
        if (core.IndexOfAny('*', '?') >= 0 || core.Length < pattern.Length - 2)
        {
            return Kind.General;
        }

        return (pattern[0] == '*', pattern[^1] == '*') switch
        {
            (true, true) => Kind.Inside,
            (false, true) => Kind.Start,
            (true, false) => Kind.End,
            _ => Kind.General,
        };
    }
}
