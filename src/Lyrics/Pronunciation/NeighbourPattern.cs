namespace Troubadour.Lyrics;

/// <summary>The words around a word, as <c>Homographs.txt</c> writes them: "to _ @obj", "_ $", "a|the * _ ~yesterday".</summary>
internal sealed class NeighbourPattern
{
    private readonly List<(int Offset, Place Place)> _places = [];
    private readonly List<HashSet<string>> _anywhere = [];

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="InvalidDataException">It has no "_", or names a class that there is not.</exception>
    public NeighbourPattern(string text, IReadOnlyDictionary<string, string[]> classes)
    {
        var tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var near = tokens.Where(token => token[0] != '~').ToList();
        var self = near.IndexOf("_");
        if (self < 0)
        {
            throw new InvalidDataException($"A pattern lacks its word: '{text}'.");
        }

        _anywhere.AddRange(tokens.Where(token => token[0] == '~').Select(token => Words(token[1..], classes)));
        for (var i = 0; i < near.Count; i++)
        {
            if (i != self)
            {
                var words = Words(near[i], classes);
                _places.Add(
                    (
                        i - self,
                        new Place(words, words.Contains("*"), words.Contains("#"), words.Contains(i < self ? "^" : "$"))
                    )
                );
            }
        }
    }

    /// <summary>True when the words around <paramref name="at"/> are these.</summary>
    public bool Fits(IReadOnlyList<string> words, int at)
    {
        foreach (var (offset, place) in _places)
        {
            var i = at + offset;
            if (i < 0 || i >= words.Count ? !place.IsEdge : !place.Holds(words[i]))
            {
                return false;
            }
        }

        return _anywhere.TrueForAll(set => words.Any(set.Contains));
    }

    private static HashSet<string> Words(string token, IReadOnlyDictionary<string, string[]> classes) =>
        new(
            token
                .Split('|')
                .SelectMany(word =>
                    word[0] != '@' ? [word]
                    : classes.TryGetValue(word, out var members) ? members
                    : throw new InvalidDataException($"There is no class {word}.")
                ),
            StringComparer.Ordinal
        );

    private readonly record struct Place(HashSet<string> Words, bool IsAny, bool IsNumber, bool IsEdge)
    {
        public bool Holds(string word) =>
            IsAny || Words.Contains(word) || (IsNumber && word.Length > 0 && char.IsAsciiDigit(word[0]));
    }
}
