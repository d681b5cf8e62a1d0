using System.Collections.Immutable;
using Troubadour.Lyrics;

namespace Troubadour.Composing.Measures;

/// <summary>Computes the human figures from the corpora.</summary>
public static class CorpusStatistics
{
    /// <summary>Reads all corpora (about half a minute) and measures every piece.</summary>
    public static HumanReference Measure(Corpora corpora, Pronouncer pronouncer)
    {
        var melodies = Pop909Reader.Read(corpora).ToList();
        var words = OpenEwldReader.Read(corpora, pronouncer).ToList();
        var found = melodies
            .Select(MelodyMeasures.Of)
            .Concat(Pop909TextureReader.Read(corpora).Select(TextureMeasures.Of))
            .Concat(words.Select(LyricMeasures.Of))
            .Concat(GrooveReader.Read(corpora).Select(DrumMeasures.Of));
        return new HumanReference
        {
            Measures = MelodyScore.With(Spread(found), melodies),
            Pooled = LyricMeasures
                .Of(Join(words))
                .ToImmutableSortedDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 4)),
            Tables = PooledTables.Of(melodies),
            Tempi = ByTempo(melodies),
        };
    }

    /// <summary>The distribution of every measure over pieces.</summary>
    public static ImmutableSortedDictionary<string, Distribution> Spread(
        IEnumerable<ImmutableSortedDictionary<string, double>> found
    ) =>
        Gather(found)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => Distribution.Of(pair.Value), StringComparer.Ordinal);

    /// <summary>The curves of every measure of sung melodies in each tempo group; all groups must have songs.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<QuantileCurve>> ByTempo(
        IEnumerable<MelodyPiece> pieces
    )
    {
        var groups = pieces
            .Where(piece => double.IsFinite(piece.Bpm))
            .GroupBy(piece => TempoGroups.Of(piece.Bpm))
            .OrderBy(group => group.Key)
            .Select(group => Gather(group.Select(MelodyMeasures.Of)))
            .ToList();
        return groups[0]
            .Keys.ToImmutableSortedDictionary(
                name => name,
                name => groups.Select(group => QuantileCurve.Of(group[name])).ToImmutableArray(),
                StringComparer.Ordinal
            );
    }

    /// <summary>All values of every measure.</summary>
    public static SortedDictionary<string, List<double>> Gather(
        IEnumerable<ImmutableSortedDictionary<string, double>> found
    )
    {
        ArgumentNullException.ThrowIfNull(found);
        var values = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var (name, value) in found.SelectMany(piece => piece))
        {
            var list = values.TryGetValue(name, out var kept) ? kept : values[name] = [];
            list.Add(value);
        }

        return values;
    }

    /// <summary>Many songs' words as one piece.</summary>
    public static LyricPiece Join(IReadOnlyCollection<LyricPiece> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var syllables = pieces.SelectMany(
            (piece, i) => piece.Syllables.Select(s => s with { Word = i * 100_000 + s.Word })
        );
        var range = pieces.Count == 0 ? 0 : (int)Math.Round(pieces.Average(piece => piece.Range));
        return new LyricPiece("all", [.. syllables], pieces.Sum(piece => piece.Notes), range);
    }
}
