using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// The compiled CMU lexicon of festlex-cmu: one entry a line, <c>("word" pos (((phones) stress) ...))</c>. The file stays as bytes;
/// loading indexes the lines by an open-addressed table, and an entry is parsed when it is asked for.
/// </summary>
internal sealed class PronouncingDictionary
{
    private readonly byte[] _file;
    private readonly int[] _table;
    private readonly int _mask;

    /// <summary>Indexes the file's lines.</summary>
    public PronouncingDictionary(byte[] file)
    {
        _file = file;
        _mask = (1 << 18) - 1;
        _table = new int[_mask + 1];
        var start = 0;
        while (start < file.Length)
        {
            var line = file.AsSpan(start);
            var length = line.IndexOf((byte)'\n');
            line = length < 0 ? line : line[..length];
            if (line.StartsWith("(\""u8))
            {
                Add(start, line);
            }

            start += line.Length + 1;
        }
    }

    /// <summary>The first entry of a lower-case word; default when there is none.</summary>
    public ImmutableArray<Syllable> Find(string word) => LineOf(word) is >= 0 and var line ? Parse(line) : default;

    /// <summary>The entry of a word as a noun or adjective ('n') or as a verb ('v'); default when there is none.</summary>
    public ImmutableArray<Syllable> Find(string word, char speech)
    {
        // Entries of one word follow each other.
        for (
            var line = LineOf(word);
            line >= 0 && line < _file.Length && Name(line).SequenceEqual(Encoding.ASCII.GetBytes(word));

        )
        {
            var rest = _file.AsSpan(line);
            var found = (char)rest[word.Length + 4];
            if (found == speech || (speech == 'n' && found == 'j'))
            {
                return Parse(line);
            }

            var end = rest.IndexOf((byte)'\n');
            line = end < 0 ? -1 : line + end + 1;
        }

        return default;
    }

    private int LineOf(string word)
    {
        Span<byte> key = stackalloc byte[64];
        if (
            word.Length is 0 or > 64
            || !Encoding.ASCII.TryGetBytes(word, key, out var length)
            || word.Any(c => c > 126)
        )
        {
            return -1;
        }

        key = key[..length];
        for (var slot = Hash(key) & _mask; _table[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (Name(_table[slot] - 1).SequenceEqual(key))
            {
                return _table[slot] - 1;
            }
        }

        return -1;
    }

    private void Add(int start, ReadOnlySpan<byte> line)
    {
        var name = Name(start);
        var slot = Hash(name) & _mask;
        while (_table[slot] != 0)
        {
            if (Name(_table[slot] - 1).SequenceEqual(name))
            {
                return;
            }

            slot = (slot + 1) & _mask;
        }

        if (line.Length > 4)
        {
            _table[slot] = start + 1;
        }
    }

    private ReadOnlySpan<byte> Name(int line)
    {
        var rest = _file.AsSpan(line + 2);
        return rest[..Math.Max(0, rest.IndexOf((byte)'"'))];
    }

    private ImmutableArray<Syllable> Parse(int line)
    {
        var rest = _file.AsSpan(line);
        var end = rest.IndexOf((byte)'\n');
        var text = Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]);
        var syllables = ImmutableArray.CreateBuilder<Syllable>();
        var phones = ImmutableArray.CreateBuilder<string>();
        foreach (
            var word in text[(text.IndexOf("((", StringComparison.Ordinal) + 1)..]
                .Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (Phones.Find(word) is { } phone)
            {
                phones.Add(phone);
            }
            else if (int.TryParse(word, out var stress))
            {
                syllables.Add(new Syllable(phones.DrainToImmutable(), stress));
            }
        }

        return syllables.ToImmutable();
    }

    // FNV-1a over the lower-cased bytes' low bits; the lexicon has about 100,000 words.
    private static int Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var b in word)
        {
            hash = unchecked((hash ^ b) * 16777619u);
        }

        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }
}
