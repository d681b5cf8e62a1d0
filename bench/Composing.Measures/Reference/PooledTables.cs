using System.Collections.Immutable;
using System.Globalization;

namespace Troubadour.Composing.Measures;

/// <summary>Shares over all notes or phrases of many songs.</summary>
public static class PooledTables
{
    /// <summary>Intervals in semitones inside phrases, 13 for more than an octave.</summary>
    public const string Intervals = "intervals";

    /// <summary>Durations in sixteenths, 17 for more than a bar.</summary>
    public const string Durations = "durations";

    /// <summary>Semitones of each sung phrase's last note above the relative major's tonic.</summary>
    public const string Endings = "endings";

    /// <summary>Bars of sung phrases.</summary>
    public const string PhraseBars = "phrase bars";

    /// <summary>The tables of some melodies.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Of(
        IReadOnlyCollection<MelodyPiece> pieces
    )
    {
        var sung = pieces.SelectMany(piece => piece.Phrases.Where(p => p.HasMelody).Select(p => (piece, p))).ToList();
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create(
                    Intervals,
                    Shares(pieces.SelectMany(MotionMeasures.Moves).Select(m => Math.Min(m, 13)))
                ),
                KeyValuePair.Create(
                    Durations,
                    Shares(pieces.SelectMany(p => p.Notes).Select(note => Math.Min(note.Length, 17)))
                ),
                KeyValuePair.Create(Endings, Shares(sung.Select(pair => Ending(pair.piece, pair.p)).OfType<int>())),
                KeyValuePair.Create(PhraseBars, Shares(sung.Select(pair => Math.Min(pair.p.Bars, 17)))),
            ]
        );
    }

    /// <summary>Common area of two tables.</summary>
    public static double Overlap(
        ImmutableSortedDictionary<string, double> one,
        ImmutableSortedDictionary<string, double> other
    ) => one.Sum(pair => Math.Min(pair.Value, other.GetValueOrDefault(pair.Key)));

    private static int? Ending(MelodyPiece piece, PhraseMark phrase)
    {
        var inside = piece
            .Notes.Where(n => n.Slot >= phrase.Slot && n.Slot < phrase.Slot + phrase.Bars * piece.BarSlots)
            .ToList();
        return piece.MajorTonic is { } tonic && inside.Count > 4 ? (inside[^1].Key - tonic + 120) % 12 : null;
    }

    private static ImmutableSortedDictionary<string, double> Shares(IEnumerable<int> values)
    {
        var all = values.ToList();
        return all.GroupBy(value => value)
            .ToImmutableSortedDictionary(
                group => group.Key.ToString("D2", CultureInfo.InvariantCulture),
                group => Math.Round((double)group.Count() / all.Count, 4),
                StringComparer.Ordinal
            );
    }
}
