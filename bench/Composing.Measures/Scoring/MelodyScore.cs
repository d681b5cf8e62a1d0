using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>The score of a sung melody, the same for corpora and composed songs.</summary>
public static class MelodyScore
{
    /// <summary>The name under which human scores are kept.</summary>
    public const string Id = "score.melody";

    /// <summary>The name under which human scores of shape are kept.</summary>
    public const string ShapeId = "score.shape";

    private static readonly ImmutableArray<(string, Side)> Measures =
    [
        .. Metrics.All.Where(metric => metric.Group == MetricGroup.Melody).Select(metric => (metric.Id, Side.Both)),
    ];

    // What tells a whole song from a loop.
    private static readonly ImmutableArray<(string, Side)> Shape =
    [
        ("melody.bar.repeated", Side.Both),
        ("melody.bar.rhythm", Side.Both),
        ("melody.bar.rhythms", Side.AtLeast),
        ("melody.zlib", Side.Both),
        ("melody.entropy", Side.AtLeast),
        ("chords.trigrams", Side.AtLeast),
        ("phrase.other.tune", Side.AtMost),
        ("phrase.other.rhythm", Side.AtMost),
    ];

    /// <summary>0 to 100; NaN when the melody is too short to be measured.</summary>
    public static double Of(
        ImmutableSortedDictionary<string, double> found,
        ImmutableSortedDictionary<string, Distribution> human
    ) => Closeness.Of(found, human, Measures);

    /// <summary>The part of the score that hears repetition, 0 to 100; NaN when the melody is too short.</summary>
    public static double ShapeOf(
        ImmutableSortedDictionary<string, double> found,
        ImmutableSortedDictionary<string, Distribution> human
    ) => Closeness.Of(found, human, Shape);

    /// <summary>The score below which only one human song in twenty lies.</summary>
    public static double Least(ImmutableSortedDictionary<string, Distribution> human)
    {
        ArgumentNullException.ThrowIfNull(human);
        return human[Id].P5;
    }

    /// <summary>True when neither the score nor the part of it that hears repetition lies below 95 of 100 human songs.</summary>
    public static bool Passes(
        ImmutableSortedDictionary<string, double> found,
        ImmutableSortedDictionary<string, Distribution> human
    )
    {
        ArgumentNullException.ThrowIfNull(human);
        return Of(found, human) >= Least(human) && ShapeOf(found, human) >= human[ShapeId].P5;
    }

    /// <summary>The figures with the spread of the pieces' own scores added.</summary>
    public static ImmutableSortedDictionary<string, Distribution> With(
        ImmutableSortedDictionary<string, Distribution> human,
        IEnumerable<MelodyPiece> pieces
    )
    {
        ArgumentNullException.ThrowIfNull(human);
        var found = pieces.Select(MelodyMeasures.Of).Where(measures => !measures.IsEmpty).ToList();
        return human
            .SetItem(Id, Distribution.Of(found.Select(measures => Of(measures, human))))
            .SetItem(ShapeId, Distribution.Of(found.Select(measures => ShapeOf(measures, human))));
    }
}
