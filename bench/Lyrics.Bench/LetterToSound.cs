using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics.Bench;

/// <summary>
/// What was used before: letter-to-sound by one decision tree a letter over three letters to each side, read from the s-expressions of festlex-cmu (Black,
/// Lenzo and Pagel 1998, "Issues in building general letter to sound rules"): a node is <c>((feature is value) yes no)</c>, a leaf
/// <c>(((phone probability) ... best))</c>, where phones may be none (_epsilon_) or two joined by a hyphen, stress in the vowel's digit.
/// </summary>
internal sealed class LetterToSound
{
    private const int Context = 3;

    private readonly List<Node> _nodes = [];
    private readonly List<string> _outcomes = [];
    private readonly Dictionary<string, int> _outcomeIndex = new(StringComparer.Ordinal);
    private readonly int[] _roots = new int[26];
    private readonly string _text;
    private int _at;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="InvalidDataException">The text is not such a rule file.</exception>
    public LetterToSound(string text)
    {
        _text = text;
        _at = text.IndexOf("'(", StringComparison.Ordinal) + 2;
        if (_at < 2)
        {
            throw new InvalidDataException("The letter-to-sound rules hold no list of trees.");
        }

        Array.Fill(_roots, -1);
        while (Peek() == '(')
        {
            Expect('(');
            var letter = Atom()[0] - 'a';
            var root = Tree();
            if (letter is >= 0 and < 26)
            {
                _roots[letter] = root;
            }

            Expect(')');
        }

        _text = "";
    }

    /// <summary>Syllables of a word of the letters a to z.</summary>
    public ImmutableArray<Syllable> Pronounce(string word)
    {
        var padded = $"00#{word}#00";
        var phones = new List<string>();
        var stresses = new List<int>();
        for (var i = 0; i < word.Length; i++)
        {
            var root = word[i] is >= 'a' and <= 'z' ? _roots[word[i] - 'a'] : -1;
            if (root >= 0)
            {
                Say(_outcomes[Walk(root, padded.AsSpan(i, 2 * Context + 1))], phones, stresses);
            }
        }

        return Syllabifier.Part(phones, stresses);
    }

    private int Walk(int node, ReadOnlySpan<char> window)
    {
        while (_nodes[node].Feature != Node.Leaf)
        {
            var n = _nodes[node];
            node = window[Context + n.Feature] == n.Value ? n.Yes : n.No;
        }

        return _nodes[node].Yes;
    }

    private static void Say(string outcome, List<string> phones, List<int> stresses)
    {
        foreach (var part in outcome.Split('-'))
        {
            if (Phones.Find(part.AsSpan().TrimEnd("0123456789")) is { } phone)
            {
                phones.Add(phone);
                stresses.Add(part[^1] == '1' ? 1 : 0);
            }
        }
    }

    // Yes branches nest, no branches chain: the loop keeps the stack as deep as the yes branches only.
    private int Tree()
    {
        var first = _nodes.Count;
        var open = 0;
        while (true)
        {
            Expect('(');
            Expect('(');
            open++;
            if (Peek() == '(')
            {
                Leaf();
                break;
            }

            var feature = Atom();
            if (feature is not ("p.p.p.name" or "p.p.name" or "p.name" or "n.name" or "n.n.name" or "n.n.n.name"))
            {
                _nodes.Add(new Node(Node.Leaf, '\0', Outcome(feature), 0));
                Expect(')');
                break;
            }

            _ = Atom();
            var value = Atom()[0];
            Expect(')');
            var index = _nodes.Count;
            var distance = feature.Count(c => c == '.');
            _nodes.Add(default);
            var yes = Tree();
            _nodes[index] = new Node((sbyte)(feature[0] == 'p' ? -distance : distance), value, yes, _nodes.Count);
        }

        for (; open > 0; open--)
        {
            Expect(')');
        }

        return first;
    }

    private void Leaf()
    {
        while (Peek() == '(')
        {
            Expect('(');
            _ = Atom();
            _ = Atom();
            Expect(')');
        }

        _nodes.Add(new Node(Node.Leaf, '\0', Outcome(Atom()), 0));
        Expect(')');
    }

    private int Outcome(string name)
    {
        if (!_outcomeIndex.TryGetValue(name, out var index))
        {
            index = _outcomes.Count;
            _outcomes.Add(name);
            _outcomeIndex.Add(name, index);
        }

        return index;
    }

    private char Peek()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == ';'))
        {
            var comment = _text[_at] == ';';
            _at = comment
                ? _text.IndexOf('\n', _at) is >= 0 and var end
                    ? end
                    : _text.Length
                : _at + 1;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The letter-to-sound rules lack a '{c}' at character {_at}."
                )
            );
        }

        _at++;
    }

    private string Atom()
    {
        _ = Peek();
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('(' or ')') && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return start < _at
            ? _text[start.._at]
            : throw new InvalidDataException("The letter-to-sound rules lack a name.");
    }

    private readonly record struct Node(sbyte Feature, char Value, int Yes, int No)
    {
        public const sbyte Leaf = 0;
    }
}
