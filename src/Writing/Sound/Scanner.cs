using System.Collections.Concurrent;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>Counts and weighs the syllables of lines; remembers the words it has met. Safe for use from many threads.</summary>
internal sealed class Scanner(Pronouncer pronouncer)
{
    // Words of descriptions are remembered too, so the memory is bounded.
    private const int MostWords = 50_000;

    private readonly ConcurrentDictionary<string, SungWord[]> _known = new(StringComparer.Ordinal);

    /// <summary>Scans a line.</summary>
    public Scan Scan(string line)
    {
        var words = new List<SungWord>(12);
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.AddRange(Words(word));
        }

        if (words.Count == 0)
        {
            return Writing.Scan.Silent;
        }

        var strong = words.SelectMany(Strengths).ToList();
        return new Scan([.. words], strong.Count, Alternation(strong));
    }

    private SungWord[] Words(string written)
    {
        if (_known.TryGetValue(written, out var found))
        {
            return found;
        }

        found = [.. pronouncer.Line(written)];
        if (_known.Count < MostWords)
        {
            _known.TryAdd(written, found);
        }

        return found;
    }

    private static IEnumerable<bool> Strengths(SungWord word) =>
        word.Syllables.Length == 1 ? [word.IsContent] : word.Syllables.Select(syllable => syllable.Stress > 0);

    // Faults are two strong syllables in a row and three weak ones: singers stumble over the first and rush the second.
    private static double Alternation(List<bool> strong)
    {
        var faults = 0;
        for (var i = 1; i < strong.Count; i++)
        {
            faults += strong[i] && strong[i - 1] ? 1 : 0;
            faults += i > 1 && !strong[i] && !strong[i - 1] && !strong[i - 2] ? 1 : 0;
        }

        return strong.Count < 2 ? 1 : 1 - (double)faults / (strong.Count - 1);
    }
}
