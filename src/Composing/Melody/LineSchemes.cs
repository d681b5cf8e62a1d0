using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>How the lines of a section answer each other: the shape of styles/melody/schemes.json, schemes by section kind.</summary>
internal sealed class LineSchemes
{
    private const string Usual = "other";
    private readonly ImmutableSortedDictionary<string, ImmutableArray<ImmutableArray<LinePlan>>> _byKind;

    /// <summary>Reads the schemes.</summary>
    /// <exception cref="FormatException">A scheme has a token that is none, or no scheme of one line stands under "other".</exception>
    public LineSchemes(IReadOnlyDictionary<string, ImmutableArray<string>> schemes)
    {
        _byKind = schemes.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => pair.Value.Select(Parse).ToImmutableArray(),
            StringComparer.Ordinal
        );
        if (!_byKind.TryGetValue(Usual, out var other) || !other.Any(scheme => scheme.Length == 1))
        {
            throw new FormatException("The schemes need \"other\" with a scheme of one line.");
        }
    }

    /// <summary>A scheme for so many lines: one of that length, or shorter ones joined.</summary>
    /// <param name="kind">The section's kind.</param>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="alike">For two lines the share of time for which they lie over the same chords.</param>
    /// <param name="random">Draws.</param>
    public ImmutableArray<LinePlan> For(string kind, int lines, Func<int, int, double> alike, RandomStream random)
    {
        var all = _byKind.GetValueOrDefault(kind, _byKind[Usual]);
        var result = ImmutableArray.CreateBuilder<LinePlan>(lines);
        while (result.Count < lines)
        {
            var left = lines - result.Count;
            var fitting = all.Where(scheme => scheme.Length == left).ToList();
            if (fitting.Count == 0)
            {
                var most = all.Where(scheme => scheme.Length <= Math.Min(left, 4)).Max(scheme => scheme.Length);
                fitting = [.. all.Where(scheme => scheme.Length == most)];
            }

            var from = result.Count;
            var weights = fitting.ConvertAll(scheme => Weight(scheme, (i, j) => alike(from + i, from + j)));
            result.AddRange(fitting[random.PickWeighted(weights)]);
        }

        return result.ToImmutable();
    }

    // An idea returns best over its own chords.
    private static double Weight(ImmutableArray<LinePlan> scheme, Func<int, int, double> alike)
    {
        var weight = 1.0;
        for (var j = 1; j < scheme.Length; j++)
        {
            var i = 0;
            while (scheme[i].Letter != scheme[j].Letter)
            {
                i++;
            }

            weight *= i < j && scheme[j].Relation != LineRelation.Sequence ? 0.15 + (2.5 * alike(i, j)) : 1;
        }

        return weight;
    }

    private static ImmutableArray<LinePlan> Parse(string scheme) =>
        [.. scheme.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(LinePlan.Parse)];
}
