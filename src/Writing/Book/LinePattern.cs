using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>
/// A written line with choices in it: <c>[quiet|lonely]</c> stands for one of its words (one of them may be empty), <c>{who}</c> for
/// words of the description.
/// </summary>
internal sealed class LinePattern
{
    private readonly ImmutableArray<ImmutableArray<string>> _parts;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">A bracket is open or alone.</exception>
    public LinePattern(string text)
    {
        Text = text;
        _parts = Parts(text);
        Ways = _parts.Aggregate(1L, (ways, part) => Math.Min(1_000_000, ways * part.Length));
        Slots = [.. _parts.SelectMany(part => part).SelectMany(SlotsOf).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>How many lines it stands for, before its slots are filled.</summary>
    public long Ways { get; }

    /// <summary>The names of its slots, without braces, sorted.</summary>
    public ImmutableArray<string> Slots { get; }

    /// <summary>At most <paramref name="most"/> different lines in an order drawn at random; slots are filled by the caller's words.</summary>
    public List<string> Lines(int most, Filling filling, RandomStream random)
    {
        var lines = new List<string>();
        if (Ways <= most)
        {
            for (var way = 0; way < Ways; way++)
            {
                lines.Add(Line(way, filling));
            }

            for (var i = lines.Count - 1; i > 0; i--)
            {
                var j = random.NextInt(i + 1);
                (lines[i], lines[j]) = (lines[j], lines[i]);
            }

            return lines;
        }

        for (var i = 0; i < most; i++)
        {
            lines.Add(Line(random.NextInt((int)Ways), filling));
        }

        return [.. lines.Distinct(StringComparer.Ordinal)];
    }

    private string Line(long way, Filling filling)
    {
        var pieces = new List<string>();
        foreach (var part in _parts)
        {
            pieces.Add(part[(int)(way % part.Length)]);
            way /= part.Length;
        }

        return Wording.Tidy(filling.Fill(string.Concat(pieces)));
    }

    private static ImmutableArray<ImmutableArray<string>> Parts(string text)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var rest = text;
        while (rest.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf(']', open);
            if (close < 0)
            {
                throw new FormatException($"A bracket is open in '{text}'.");
            }

            parts.Add([rest[..open]]);
            parts.Add([.. rest[(open + 1)..close].Split('|')]);
            rest = rest[(close + 1)..];
        }

        if (rest.Contains(']', StringComparison.Ordinal))
        {
            throw new FormatException($"A bracket is alone in '{text}'.");
        }

        parts.Add([rest]);
        return parts.ToImmutable();
    }

    private static IEnumerable<string> SlotsOf(string piece)
    {
        for (var at = piece.IndexOf('{', StringComparison.Ordinal); at >= 0; at = piece.IndexOf('{', at + 1))
        {
            var end = piece.IndexOf('}', at);
            yield return end < 0
                ? throw new FormatException($"A brace is open in '{piece}'.")
                : piece[(at + 1)..end].Split(':')[0];
        }
    }
}
