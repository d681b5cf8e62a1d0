using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Knows which words of a text stand under a "no".</summary>
internal sealed class Denial(WordLists words, ImmutableArray<Token> tokens)
{
    // "no real need for drums": so many unknown words may stand between.
    private const int Reach = 3;
    private const int ListReach = 12;
    private bool _denying;
    private int _unknown;
    private bool _met;

    /// <summary>Passes a word that no list has, or a break.</summary>
    public void Step(int i)
    {
        var token = tokens[i];
        if (words.Grammar.No.Contains(token.Text))
        {
            (_denying, _unknown, _met) = (true, 0, false);
        }
        else if (token.IsBreak)
        {
            _denying &= !token.EndsSentence && (!_met || ListGoesOn(i));
        }
        else if (words.Grammar.But.Contains(token.Text) || (token.Text == "and" && _met && !IsInstrument(i + 1)))
        {
            _denying = false;
        }
        else if (token.Text is not ("and" or "or" or "nor" or "any" or "the" or "a") && ++_unknown > Reach)
        {
            _denying = false;
        }
    }

    /// <summary>Passes numbers.</summary>
    public void Pass(int count) => _unknown += count;

    /// <summary>True when the phrase at a place is denied.</summary>
    public bool Covers(int start, int length) =>
        _denying || (start + length < tokens.Length && words.Grammar.Free.Contains(tokens[start + length].Text));

    /// <summary>A phrase with these meanings was passed.</summary>
    public void Met(ImmutableArray<WordEntry> entries) => _met |= !entries.IsEmpty;

    // "no drums, bass or guitar": a comma inside a list that an "or" ends.
    private bool ListGoesOn(int comma)
    {
        for (var i = comma + 1; i < Math.Min(tokens.Length, comma + ListReach); i++)
        {
            var text = tokens[i].Text;
            if (tokens[i].EndsSentence || words.Grammar.But.Contains(text) || words.Grammar.No.Contains(text))
            {
                return false;
            }

            if (text is "or" or "nor")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInstrument(int i) => i < tokens.Length && (Starts(i, 1) || (i + 1 < tokens.Length && Starts(i, 2)));

    private bool Starts(int i, int length) =>
        words
            .Find(string.Join(' ', Enumerable.Range(i, length).Select(at => tokens[at].Text)))
            .Any(entry => entry.Instrument is not null || entry.Removes is not null || entry.Vocal is not null);
}
