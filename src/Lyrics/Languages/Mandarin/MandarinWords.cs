namespace Troubadour.Lyrics;

/// <summary>Reads characters by the words they stand in: the longest listed word that fits, else each character's usual reading.</summary>
internal sealed class MandarinWords
{
    private readonly HanReadings _characters = new();
    private readonly Dictionary<char, Pinyin> _usual = [];
    private readonly Dictionary<string, Pinyin[]> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _curled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _particles = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>Reads the lists.</summary>
    public MandarinWords()
    {
        foreach (var line in Resource.Lines("WordReadings", "Languages"))
        {
            Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        _curled.UnionWith(Words("Curled"));
        _particles.UnionWith(Words("Particles"));
        foreach (var word in _curled)
        {
            _ = Entry(word);
        }

        foreach (var word in _words.Keys)
        {
            Complete(word);
        }

        _longest = _words.Keys.Max(word => word.Length);
    }

    /// <summary>How many words are listed.</summary>
    public int Count => _words.Count;

    /// <summary>The usual reading of a character outside of listed words; without letters where there is none.</summary>
    public Pinyin Usual(char character) =>
        _usual.TryGetValue(character, out var reading) ? reading : _characters.Of(character);

    /// <summary>Reads one stretch without a pause.</summary>
    /// <param name="text">Han characters.</param>
    /// <param name="readings">Receives a reading each.</param>
    /// <param name="isFixed">Receives true where a listed word said the reading.</param>
    /// <param name="isCurled">Receives true at each 儿 that is part of the syllable before it.</param>
    public void Read(string text, Span<Pinyin> readings, Span<bool> isFixed, Span<bool> isCurled)
    {
        for (var i = 0; i < text.Length; )
        {
            var word = Longest(text, i);
            var said = word.Length > 0 ? _words[word] : [default];
            for (var k = 0; k < said.Length; k++)
            {
                isFixed[i + k] = said[k].Letters is not null;
                readings[i + k] = isFixed[i + k] ? said[k] : InPlace(text, i + k);
            }

            i += said.Length;
            isCurled[i - 1] = _curled.Contains(word);
        }
    }

    /// <summary>For each character true where it carries the sentence only.</summary>
    public bool[] Particles(string text)
    {
        var result = new bool[text.Length];
        for (var i = 0; i < text.Length; )
        {
            var length = Math.Min(3, text.Length - i);
            while (length > 0 && !_particles.Contains(text.Substring(i, length)))
            {
                length--;
            }

            result.AsSpan(i, length).Fill(true);
            i += Math.Max(1, length);
        }

        return result;
    }

    // 地 after a doubled word makes an adverb of it.
    private Pinyin InPlace(string text, int i) =>
        text[i] == '地' && i > 1 && i + 1 < text.Length && text[i - 1] == text[i - 2]
            ? new Pinyin("de", 5)
            : Usual(text[i]);

    private string Longest(string text, int i)
    {
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longest, text.Length - i); length > 1; length--)
        {
            if (lookup.ContainsKey(text.AsSpan(i, length)))
            {
                return text.Substring(i, length);
            }
        }

        return "";
    }

    private void Add(string[] fields)
    {
        var (head, reading) = (fields[0], Pinyin.Parse(fields[1]));
        if (head.Length > 1)
        {
            var entry = Entry(head);
            for (var i = 0; i < head.Length; i++)
            {
                entry[i] = Pinyin.Parse(fields[i + 1]);
            }

            return;
        }

        if (fields.Length == 2)
        {
            _usual[head[0]] = reading;
        }

        foreach (var word in fields.Skip(2))
        {
            var entry = Entry(word);
            for (var i = 0; i < word.Length; i++)
            {
                entry[i] = word[i] == head[0] ? reading : entry[i];
            }
        }
    }

    // Words inside of words say what the longer one leaves open.
    private void Complete(string word)
    {
        for (var length = word.Length - 1; length > 1; length--)
        {
            for (var at = 0; at + length <= word.Length; at++)
            {
                var inner = _words.GetValueOrDefault(word.Substring(at, length)) ?? [];
                for (var i = 0; i < inner.Length; i++)
                {
                    _words[word][at + i] = _words[word][at + i].Letters is null ? inner[i] : _words[word][at + i];
                }
            }
        }
    }

    private Pinyin[] Entry(string word)
    {
        if (!_words.TryGetValue(word, out var entry))
        {
            entry = new Pinyin[word.Length];
            _words.Add(word, entry);
        }

        return entry;
    }

    private static IEnumerable<string> Words(string name) =>
        Resource.Lines(name, "Languages").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
