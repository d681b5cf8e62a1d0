namespace Troubadour.Lyrics.Bench;

/// <summary>
/// Gives each letter of each word its phones, none to two: expectation maximisation over all ways to part the phones, then the likeliest
/// way (Jiampojamarn, Kondrak and Sherif 2007, "Applying many-to-many alignments").
/// </summary>
internal sealed class Aligner
{
    private const int Rounds = 12;
    private const int Most = 2;
    private readonly Dictionary<string, double> _odds = new(StringComparer.Ordinal);

    /// <summary>The graphones of each word, "x:k s"; null for words that cannot be parted so.</summary>
    public List<string[]?> Align(List<Entry> entries)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var counts = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                Count(entry, round == 0, counts);
            }

            var letters = counts
                .GroupBy(pair => pair.Key[0])
                .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
            _odds.Clear();
            foreach (var (graphone, count) in counts)
            {
                _odds[graphone] = count / letters[graphone[0]];
            }
        }

        return entries.ConvertAll(Best);
    }

    private static string Name(Entry entry, int letter, int phone, int count) =>
        $"{entry.Word[letter]}:{string.Join(' ', entry.Phones, phone, count)}";

    private double Odds(Entry entry, int letter, int phone, int count, bool isFirst) =>
        isFirst ? (count == 1 ? 1 : 0.1) : _odds.GetValueOrDefault(Name(entry, letter, phone, count));

    private void Count(Entry entry, bool isFirst, Dictionary<string, double> counts)
    {
        var (letters, phones) = (entry.Word.Length, entry.Phones.Length);
        var before = new double[letters + 1, phones + 1];
        var after = new double[letters + 1, phones + 1];
        before[0, 0] = after[letters, phones] = 1;
        for (var i = 0; i < letters; i++)
        {
            for (var j = 0; j <= phones; j++)
            {
                for (var n = 0; n <= Most && j + n <= phones && before[i, j] > 0; n++)
                {
                    before[i + 1, j + n] += before[i, j] * Odds(entry, i, j, n, isFirst);
                }
            }
        }

        for (var i = letters - 1; i >= 0; i--)
        {
            for (var j = 0; j <= phones; j++)
            {
                for (var n = 0; n <= Most && j + n <= phones; n++)
                {
                    if (after[i + 1, j + n] > 0)
                    {
                        after[i, j] += after[i + 1, j + n] * Odds(entry, i, j, n, isFirst);
                    }
                }
            }
        }

        var all = before[letters, phones];
        for (var i = 0; i < letters && all > 0; i++)
        {
            for (var j = 0; j <= phones; j++)
            {
                for (var n = 0; n <= Most && j + n <= phones; n++)
                {
                    if (before[i, j] > 0 && after[i + 1, j + n] > 0)
                    {
                        var name = Name(entry, i, j, n);
                        var share = before[i, j] * Odds(entry, i, j, n, isFirst) * after[i + 1, j + n] / all;
                        counts[name] = counts.GetValueOrDefault(name) + share;
                    }
                }
            }
        }
    }

    private string[]? Best(Entry entry)
    {
        var (letters, phones) = (entry.Word.Length, entry.Phones.Length);
        var best = new double[letters + 1, phones + 1];
        var steps = new int[letters + 1, phones + 1];
        best[0, 0] = 1;
        for (var i = 0; i < letters; i++)
        {
            for (var j = 0; j <= phones; j++)
            {
                for (var n = 0; n <= Most && j + n <= phones && best[i, j] > 0; n++)
                {
                    var odds = best[i, j] * Odds(entry, i, j, n, false);
                    if (odds > best[i + 1, j + n])
                    {
                        (best[i + 1, j + n], steps[i + 1, j + n]) = (odds, n);
                    }
                }
            }
        }

        if (best[letters, phones] <= 0)
        {
            return null;
        }

        var graphones = new string[letters];
        for (var (i, j) = (letters, phones); i > 0; i--)
        {
            var count = steps[i, j];
            j -= count;
            graphones[i - 1] = Name(entry, i - 1, j, count);
        }

        return graphones;
    }
}
