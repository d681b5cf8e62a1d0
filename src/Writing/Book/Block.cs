using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>Lines that belong together: two that rhyme, or four in a scheme.</summary>
internal sealed class Block
{
    private static readonly string[] Schemes = ["AABB", "ABAB", "ABBA", "ABCB"];

    /// <summary>Reads "line / line" or "Title: line / line / line / line".</summary>
    /// <exception cref="FormatException">The lines do not rhyme in any scheme, or a bracket is wrong.</exception>
    public Block(string text, bool isTitled, Scanner scanner)
    {
        var colon = isTitled ? text.IndexOf(": ", StringComparison.Ordinal) : -1;
        if (isTitled && colon < 1)
        {
            throw new FormatException($"A title is missing in '{text}'.");
        }

        Title = colon > 0 ? text[..colon].Trim() : "";
        Lines = [.. text[(colon + 1)..].Split(" / ").Select(line => new LinePattern(line.Trim()))];
        Slots = [.. Lines.SelectMany(line => line.Slots).Distinct().Order(StringComparer.Ordinal)];
        Scheme = SchemeOf(Lines, scanner) ?? throw new FormatException($"No rhyme scheme holds for '{text}'.");
    }

    /// <summary>A chorus's title; empty for other blocks.</summary>
    public string Title { get; }

    /// <summary>The lines.</summary>
    public ImmutableArray<LinePattern> Lines { get; }

    /// <summary>A letter a line; lines with one letter rhyme, or are the same line.</summary>
    public string Scheme { get; }

    /// <summary>The slots it needs filled, sorted.</summary>
    public ImmutableArray<string> Slots { get; }

    // Of the schemes that hold, the one whose pairs are most alike in length; a hook sung twice pairs with itself.
    private static string? SchemeOf(ImmutableArray<LinePattern> lines, Scanner scanner)
    {
        var random = new Music.RandomStream(0, "scheme");
        var scans = lines.Select(line => scanner.Scan(line.Lines(1, Filling.None, random)[0])).ToList();
        bool IsHook((int First, int Second) pair) => lines[pair.First].Text == lines[pair.Second].Text;
        bool Holds(string scheme) =>
            Pairs(scheme)
                .All(pair => IsHook(pair) || Rhymer.Judge(scans[pair.First], scans[pair.Second]) != Rhyme.None);
        double Cost(string scheme) =>
            Pairs(scheme)
                .Average(pair =>
                    IsHook(pair) ? -1.0 : Math.Abs(scans[pair.First].Syllables - scans[pair.Second].Syllables)
                ) + (scheme == "ABCB" ? 1 : 0);
        return lines.Length switch
        {
            2 => Holds("AA") ? "AA" : null,
            4 => Schemes.Where(Holds).OrderBy(Cost).FirstOrDefault(),
            _ => null,
        };
    }

    /// <summary>The pairs of neighbours in rhyme: for each line, the nearest line before it with its letter.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(string scheme)
    {
        for (var i = 1; i < scheme.Length; i++)
        {
            if (scheme.LastIndexOf(scheme[i], i - 1) is >= 0 and var before)
            {
                yield return (before, i);
            }
        }
    }
}
