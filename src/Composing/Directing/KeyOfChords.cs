using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The key that given chords are in.</summary>
internal static class KeyOfChords
{
    private const double TonicWeight = 1;
    private const double FirstWeight = 1.5;
    private const double OutsideCost = 0.6;

    /// <summary>
    /// The major or minor key whose scale holds most of the chords' notes, the tonic chord and the chord that starts each list
    /// counting more; null without chords.
    /// </summary>
    public static Key? Find(SongBrief brief)
    {
        var lists = brief
            .Chords.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Value.SelectMany(bar => bar.Split(',')).Select(Parse).ToList());
        var all = lists.Where(list => list.Count > 0).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        return Enumerable
            .Range(0, 24)
            .Select(i => new Key(i % 12, i < 12 ? Mode.Major : Mode.Minor))
            .MaxBy(key => all.Sum(list => Score(key, list)));
    }

    private static double Score(Key key, List<Chord> chords)
    {
        var scale = key.Degrees.Select(degree => (degree + key.Tonic) % 12).ToList();
        var outside = chords.Sum(chord => chord.Intervals.Count(step => !scale.Contains((chord.Root + step) % 12)));
        return TonicWeight * chords.Count(chord => IsTonic(key, chord)) / chords.Count * 2
            + (IsTonic(key, chords[0]) ? FirstWeight : 0)
            + (IsTonic(key, chords[^1]) ? FirstWeight / 2 : 0)
            - OutsideCost * outside;
    }

    private static bool IsTonic(Key key, Chord chord) =>
        chord.Root == key.Tonic && !chord.Intervals.Contains(key.IsMinor ? 4 : 3);

    private static Chord Parse(string symbol) =>
        ChordSymbols.TryParse(symbol.Trim(), out var chord)
            ? chord
            : throw new ArgumentException($"'{symbol}' is no chord symbol.", nameof(symbol));
}
