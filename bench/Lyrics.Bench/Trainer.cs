namespace Troubadour.Lyrics.Bench;

/// <summary>Counts graphone n-grams, smooths them (interpolated Kneser-Ney with three discounts, Chen and Goodman 1999), prunes what
/// the shorter context says as well (Stolcke 1998, by each n-gram alone) and writes the trie that <see cref="GraphoneModel"/> reads.</summary>
internal sealed class Trainer(int order, double prune, IReadOnlyList<string> graphones)
{
    private const int Bits = 12;
    private const int Start = 0;
    private const int End = 1;

    private readonly string[] _names = ["^:", "$:", .. graphones];
    private readonly Dictionary<string, int> _ids = graphones
        .Select((name, i) => (name, i))
        .ToDictionary(pair => pair.name, pair => pair.i + 2, StringComparer.Ordinal);
    private readonly List<Dictionary<UInt128, int>> _counts = [];
    private readonly List<Dictionary<UInt128, double>> _odds = [];
    private readonly List<int[]> _rows = [];

    /// <summary>Writes the model of aligned words.</summary>
    public void Train(IEnumerable<string[]> words, BinaryWriter writer)
    {
        Count(words);
        for (var k = 1; k <= order; k++)
        {
            _odds.Add(Smoothed(k));
        }

        Pack(Pruned(), writer);
    }

    private void Count(IEnumerable<string[]> words)
    {
        for (var k = 0; k <= order; k++)
        {
            _counts.Add([]);
        }

        foreach (var word in words)
        {
            int[] row = [Start, .. word.Select(name => _ids[name]), End];
            _rows.Add(row);
            for (var i = 0; i < row.Length; i++)
            {
                UInt128 key = 0;
                for (var k = 1; k <= order && i + k <= row.Length; k++)
                {
                    key = (key << Bits) | (uint)row[i + k - 1];
                    if (k == order || i == 0)
                    {
                        _counts[k][key] = _counts[k].GetValueOrDefault(key) + 1;
                    }
                    else
                    {
                        _counts[k].TryAdd(key, 0);
                    }
                }
            }
        }

        // Shorter n-grams count in how many contexts they stand; those at a word's start have one only and keep their counts.
        for (var k = order; k > 1; k--)
        {
            foreach (var key in _counts[k].Keys)
            {
                var shorter = Shorter(key, k);
                if (First(shorter, k - 1) != Start)
                {
                    _counts[k - 1][shorter]++;
                }
            }
        }
    }

    private Dictionary<UInt128, double> Smoothed(int k)
    {
        var counts = _counts[k];
        var seen = new int[5];
        var contexts = new Dictionary<UInt128, (double Sum, int Ones, int Twos, int More)>();
        foreach (var (key, count) in counts)
        {
            if (count == 0 || (k == 1 && key == Start))
            {
                continue;
            }

            seen[Math.Min(4, count)] += count <= 4 ? 1 : 0;
            var (sum, ones, twos, more) = contexts.GetValueOrDefault(key >> Bits);
            contexts[key >> Bits] = (
                sum + count,
                ones + (count == 1 ? 1 : 0),
                twos + (count == 2 ? 1 : 0),
                more + (count > 2 ? 1 : 0)
            );
        }

        var y = seen[1] / (seen[1] + (2.0 * seen[2]) + 1e-9);
        double Discount(int count) =>
            Math.Clamp(count - ((count + 1) * y * seen[count + 1] / Math.Max(1, seen[count])), 0.1, count);
        double[] discounts = [0, Discount(1), Discount(2), Discount(3)];
        var odds = new Dictionary<UInt128, double>(counts.Count);
        foreach (var (key, count) in counts)
        {
            if (count == 0 || (k == 1 && key == Start))
            {
                continue;
            }

            var (sum, ones, twos, more) = contexts[key >> Bits];
            var rest = ((discounts[1] * ones) + (discounts[2] * twos) + (discounts[3] * more)) / sum;
            var lower = k == 1 ? 1.0 / _names.Length : _odds[k - 2][Shorter(key, k)];
            odds[key] = ((count - discounts[Math.Min(3, count)]) / sum) + (rest * lower);
        }

        return odds;
    }

    // Kept n-grams of each length, in order; a prefix of a kept one is kept.
    private List<List<UInt128>> Pruned()
    {
        var raw = Raw();
        var kept = new List<HashSet<UInt128>>();
        for (var k = 0; k <= order; k++)
        {
            kept.Add([]);
        }

        for (var k = order; k >= 1; k--)
        {
            foreach (var (key, odds) in _odds[k - 1])
            {
                if (
                    k == 1
                    || kept[k].Contains(key)
                    || raw[k][key] * Math.Abs(Math.Log(odds / _odds[k - 2][Shorter(key, k)])) > prune
                )
                {
                    kept[k].Add(key);
                    if (k > 1)
                    {
                        kept[k - 1].Add(key >> Bits);
                    }
                }
            }
        }

        kept[1].Add(Start);
        return kept.ConvertAll(level => level.Order().ToList());
    }

    // How often n-grams stand in the words: continuation counts say nothing of it.
    private List<Dictionary<UInt128, int>> Raw()
    {
        var raw = _counts.ConvertAll(_ => new Dictionary<UInt128, int>());
        raw[order] = _counts[order];
        foreach (var word in _rows)
        {
            for (var i = 0; i < word.Length; i++)
            {
                UInt128 key = 0;
                for (var k = 1; k < order && i + k <= word.Length; k++)
                {
                    key = (key << Bits) | (uint)word[i + k - 1];
                    raw[k][key] = raw[k].GetValueOrDefault(key) + 1;
                }
            }
        }

        return raw;
    }

    private void Pack(List<List<UInt128>> levels, BinaryWriter writer)
    {
        var children = new List<ushort> { (ushort)levels[1].Count };
        var symbols = new List<ushort> { 0 };
        var odds = new List<byte> { 0 };
        var backoffs = new List<byte> { 0 };
        for (var k = 1; k <= order; k++)
        {
            var after =
                k < order ? levels[k + 1].GroupBy(key => key >> Bits).ToDictionary(g => g.Key, g => g.ToList()) : [];
            foreach (var key in levels[k])
            {
                symbols.Add((ushort)(key & ((1 << Bits) - 1)));
                odds.Add(Step(k == 1 && key == Start ? 1e-9 : _odds[k - 1][key]));
                var own = after.GetValueOrDefault(key) ?? [];
                children.Add((ushort)own.Count);
                if (own.Count > 0)
                {
                    var left = 1 - own.Sum(next => _odds[k][next]);
                    var lower = 1 - own.Sum(next => _odds[k - 1][Shorter(next, k + 1)]);
                    backoffs.Add(Step(Math.Max(left, 1e-6) / Math.Max(lower, 1e-6)));
                }
            }
        }

        Console.WriteLine(
            $"{_names.Length} graphones, {symbols.Count} n-grams: {string.Join(' ', levels.Skip(1).Select(l => l.Count))}"
        );
        Write(children, symbols, odds, backoffs, writer);
    }

    private void Write(
        List<ushort> children,
        List<ushort> symbols,
        List<byte> odds,
        List<byte> backoffs,
        BinaryWriter writer
    )
    {
        writer.Write("GRPH");
        writer.Write((byte)order);
        writer.Write((ushort)_names.Length);
        Array.ForEach(_names, writer.Write);
        writer.Write(symbols.Count);
        foreach (var values in (List<ushort>[])[children, symbols])
        {
            writer.Write(values.Select(value => (byte)(value >> 8)).ToArray());
            writer.Write(values.Select(value => (byte)value).ToArray());
        }

        writer.Write(odds.ToArray());
        writer.Write(backoffs.ToArray());
    }

    private static byte Step(double odds) =>
        (byte)Math.Clamp(Math.Round(-Math.Log(odds) * GraphoneModel.StepsPerNat), 0, 255);

    private static UInt128 Shorter(UInt128 key, int k) => key & ((UInt128.One << (Bits * (k - 1))) - 1);

    private static int First(UInt128 key, int k) => (int)(key >> (Bits * (k - 1)));
}
