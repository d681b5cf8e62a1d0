using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>The words of <c>Homographs.txt</c>, whose sound the verse decides.</summary>
internal sealed class Homographs
{
    private readonly Dictionary<string, Homograph> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _classes = new(StringComparer.Ordinal);

    /// <summary>Reads the resource.</summary>
    /// <param name="dictionary">Where readings come from that are given by "n" or "v" only; a word that it does not know so is left out.</param>
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public Homographs(PronouncingDictionary dictionary)
    {
        var sets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? open = null;
        foreach (var line in Resource.Lines("Homographs"))
        {
            if (line[0] == '@')
            {
                var at = line.IndexOf(" = ", StringComparison.Ordinal);
                _classes[line[..at]] =
                [
                    .. line[(at + 3)..].Split(' ').SelectMany(word => word[0] == '@' ? _classes[word] : [word]),
                ];
            }
            else if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                open = [];
                sets[line[2..]] = open;
            }
            else
            {
                open!.AddRange(line.StartsWith("as ", StringComparison.Ordinal) ? sets[line[3..]] : [line]);
            }
        }

        foreach (var (names, lines) in sets.Where(set => set.Value.Exists(line => line.Length > 1 && line[1] == ' ')))
        {
            foreach (var name in names.Split(' '))
            {
                if (Read(name, lines, dictionary) is { } word)
                {
                    _words.Add(name, word);
                }
            }
        }
    }

    /// <summary>A word that is spelled so; null for all others.</summary>
    /// <param name="word">Folded.</param>
    public Homograph? Find(string word) => _words.GetValueOrDefault(word);

    private Homograph? Read(string name, List<string> lines, PronouncingDictionary dictionary)
    {
        var readings = ImmutableArray.CreateBuilder<ImmutableArray<Syllable>>();
        var rules = ImmutableArray.CreateBuilder<(int, ImmutableArray<NeighbourPattern>)>();
        var usual = 0;
        foreach (var line in lines)
        {
            var number = line[0] - '1';
            if (line.Length == 1)
            {
                usual = number;
            }
            else if (line[1] == ':')
            {
                rules.Add((number, [.. line[2..].Split(" ; ").Select(text => new NeighbourPattern(text, _classes))]));
            }
            else
            {
                var reading = line.Length == 3 ? dictionary.Find(name, line[2]) : Notation.Read(line[2..]);
                if (reading.IsDefaultOrEmpty)
                {
                    return null;
                }

                readings.Add(Syllabifier.Repair(reading, needsStress: true));
            }
        }

        return usual < readings.Count && rules.All(rule => rule.Item1 < readings.Count)
            ? new Homograph(readings.ToImmutable(), rules.ToImmutable(), usual)
            : throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"The word '{name}' lacks a reading.")
            );
    }
}
