using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>Makes lines of blocks: of all the ways a pattern can be said, the ones that scan, pair and rhyme best.</summary>
internal sealed class StanzaWriter(Scanner scanner)
{
    private const int MostWays = 32;

    /// <summary>The block as lines; null when no way of saying it rhymes, fits the counts and is new.</summary>
    /// <param name="block">What to say.</param>
    /// <param name="filling">Words for its slots.</param>
    /// <param name="counts">Syllables wished for each line, met within one (two in a line with a slot and no partner); null for any.</param>
    /// <param name="isTaken">Tells lines that were sung before.</param>
    /// <param name="random">Chooses among equals.</param>
    public Stanza? Write(
        Block block,
        Filling filling,
        ImmutableArray<int>? counts,
        Func<string, bool> isTaken,
        RandomStream random
    )
    {
        var chosen = new List<(string Text, Scan Scan)>();
        for (var i = 0; i < block.Lines.Length; i++)
        {
            var twin = Twin(block, i);
            if (twin >= 0)
            {
                chosen.Add(chosen[twin]);
                continue;
            }

            var partner = i > 0 ? block.Scheme.LastIndexOf(block.Scheme[i], i - 1) : -1;
            var lead = partner >= 0 ? chosen[partner].Scan : null;
            var slack =
                !block.Lines[i].Slots.IsEmpty && block.Scheme.Count(letter => letter == block.Scheme[i]) == 1 ? 2 : 1;
            var best = block
                .Lines[i]
                .Lines(MostWays, filling, random)
                .Where(line => line.Length > 0 && !line.Contains('{', StringComparison.Ordinal) && !isTaken(line))
                .Select(line => (Text: line, Scan: scanner.Scan(line)))
                .Where(line => Fits(line.Scan, lead, counts?[i], slack))
                .Select(line =>
                    (line.Text, line.Scan, Cost: Cost(line.Scan, lead, counts?[i]) + 0.6 * random.NextUnit())
                )
                .OrderBy(line => line.Cost)
                .FirstOrDefault();
            if (best.Text is null)
            {
                return null;
            }

            chosen.Add((best.Text, best.Scan));
        }

        if (Block.Pairs(block.Scheme).Any(pair => !IsPair(chosen[pair.First], chosen[pair.Second])))
        {
            return null;
        }

        return new Stanza(
            block.Scheme,
            [.. chosen.Select(line => line.Text)],
            [.. chosen.Select(line => line.Scan.Syllables)]
        );
    }

    // A hook written twice is sung twice in the same words.
    private static int Twin(Block block, int line)
    {
        for (var i = 0; i < line; i++)
        {
            if (block.Lines[i].Text == block.Lines[line].Text)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsPair((string Text, Scan Scan) first, (string Text, Scan Scan) second) =>
        first.Text == second.Text
        || (
            Math.Abs(first.Scan.Syllables - second.Scan.Syllables) <= 1
            && Rhymer.Judge(first.Scan, second.Scan) != Rhyme.None
        );

    private static bool Fits(Scan line, Scan? lead, int? count, int slack) =>
        line.Syllables is >= 3 and <= 14
        && (count is not { } wished || Math.Abs(line.Syllables - wished) <= slack)
        && (lead is null || (Math.Abs(line.Syllables - lead.Syllables) <= 1 && Rhymer.Judge(lead, line) != Rhyme.None));

    private static double Cost(Scan line, Scan? lead, int? count)
    {
        var cost = 2 * (1 - line.Alternation);
        cost += count is { } wished ? 0.6 * Math.Abs(line.Syllables - wished) : 0;
        cost += lead is null ? 0 : Math.Abs(line.Syllables - lead.Syllables);
        return cost + (lead is not null && Rhymer.Judge(lead, line) != Rhyme.Perfect ? 1 : 0);
    }
}
