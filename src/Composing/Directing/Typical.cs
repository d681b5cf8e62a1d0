using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// Finds what is most a style's own among its grooves, rows and progressions: like its others and unlike those of the middle of the
/// road. Distances are shares of places where one has a stroke, or a chord, that the other has not.
/// </summary>
internal static class Typical
{
    /// <summary>The most typical of the choices, in their order; a turn of 1 keeps a third of them, 0 all.</summary>
    public static ImmutableArray<string> Rows(ImmutableArray<string> own, ImmutableArray<string> usual, double turn) =>
        Keep(own, usual, turn, Rhythm);

    /// <summary>The most typical grooves.</summary>
    public static ImmutableArray<ImmutableDictionary<string, string>> Grooves(
        ImmutableArray<ImmutableDictionary<string, string>> own,
        ImmutableArray<ImmutableDictionary<string, string>> usual,
        double turn
    ) => Keep(own, usual, turn, Groove);

    /// <summary>The most typical progressions.</summary>
    public static ImmutableArray<string> Progressions(
        ImmutableArray<string> own,
        ImmutableArray<string> usual,
        double turn
    ) => Keep(own, usual, turn, Changes);

    private static ImmutableArray<T> Keep<T>(
        ImmutableArray<T> own,
        ImmutableArray<T> usual,
        double turn,
        Func<T, T, double> distance
    )
    {
        if (own.Length < 3)
        {
            return own;
        }

        var count = Math.Max(2, (int)Math.Round(own.Length * (1 - 2 * turn / 3)));
        var best = Enumerable
            .Range(0, own.Length)
            .OrderByDescending(i =>
                (usual.IsEmpty ? 0 : usual.Average(other => distance(own[i], other)))
                - own.Average(other => distance(own[i], other))
            )
            .Take(count)
            .Order();
        return [.. best.Select(i => own[i])];
    }

    private static double Groove(ImmutableDictionary<string, string> one, ImmutableDictionary<string, string> other)
    {
        var drums = one.Keys.Union(other.Keys).Order(StringComparer.Ordinal).ToList();
        return drums.Sum(drum => Rhythm(one.GetValueOrDefault(drum, ""), other.GetValueOrDefault(drum, "")));
    }

    private static double Rhythm(string one, string other)
    {
        var length = Math.Max(1, Math.Max(one.Length, other.Length));
        return (double)Enumerable.Range(0, length).Count(i => Sounds(one, i) != Sounds(other, i)) / length;
    }

    // Two bars against one: the one goes round.
    private static bool Sounds(string row, int place) =>
        row.Length > 0 && row[place % row.Length] is not ('.' or '-' or '|');

    private static double Changes(string one, string other)
    {
        var a = one.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        var b = other.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Max(1, Math.Max(a.Length, b.Length));
        return (double)Enumerable.Range(0, length).Count(i => a[i % a.Length] != b[i % b.Length]) / length;
    }
}
