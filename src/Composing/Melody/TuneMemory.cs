using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The tunes of an older song that a new part takes up; empty for a song that begins.</summary>
/// <param name="Sung">The lines that a kind of section sang.</param>
/// <param name="Texts">How a line of words was sung.</param>
/// <param name="Played">The lines that a melody instrument played in a kind of section.</param>
internal sealed record TuneMemory(
    ImmutableSortedDictionary<string, ImmutableArray<LineShape>> Sung,
    ImmutableSortedDictionary<string, LineShape> Texts,
    ImmutableSortedDictionary<string, ImmutableArray<LineShape>> Played
)
{
    /// <summary>Nothing to remember.</summary>
    public static TuneMemory Empty { get; } =
        new(
            ImmutableSortedDictionary.Create<string, ImmutableArray<LineShape>>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, LineShape>(StringComparer.OrdinalIgnoreCase),
            ImmutableSortedDictionary.Create<string, ImmutableArray<LineShape>>(StringComparer.Ordinal)
        );

    /// <summary>What the melody instrument plays, on the written grid, where that stands already; null where it is to be written.</summary>
    public ImmutableArray<Note>? Line { get; init; }

    /// <summary>The idea that an instrument's other tunes come from; null when none is known.</summary>
    public LineShape? Motif => Played.Values.FirstOrDefault(lines => !lines.IsEmpty, []).FirstOrDefault();

    /// <summary>The tunes some semitones higher.</summary>
    public TuneMemory Transpose(int semitones) =>
        this with
        {
            Sung = Sung.SetItems(Sung.Select(pair => KeyValuePair.Create(pair.Key, Higher(pair.Value, semitones)))),
            Texts = Texts.SetItems(Texts.Select(pair => KeyValuePair.Create(pair.Key, Higher(pair.Value, semitones)))),
            Played = Played.SetItems(
                Played.Select(pair => KeyValuePair.Create(pair.Key, Higher(pair.Value, semitones)))
            ),
        };

    /// <summary>The sung tunes for one draft; each line is an idea of its own.</summary>
    public SortedDictionary<string, SectionTune> SungTunes()
    {
        var tunes = new SortedDictionary<string, SectionTune>(StringComparer.Ordinal);
        foreach (var (kind, lines) in Sung)
        {
            var tune = tunes[kind] = new SectionTune();
            for (var i = 0; i < lines.Length; i++)
            {
                tune.Keep((char)('A' + i % 26), lines[i]);
            }
        }

        return tunes;
    }

    /// <summary>Lines by their words for one draft.</summary>
    public Dictionary<string, LineShape> ByText() => new(Texts, StringComparer.OrdinalIgnoreCase);

    /// <summary>Rhythms of bars that were sung, see <see cref="BarRhythms"/>.</summary>
    public HashSet<ulong> Rhythms(int steps) =>
        [.. Sung.Values.SelectMany(lines => lines).SelectMany(line => BarRhythms.Of(line.Slots, steps))];

    /// <summary>The played tunes for one arrangement.</summary>
    public Dictionary<string, List<LineShape>> PlayedTunes() =>
        Played.ToDictionary(pair => pair.Key, pair => pair.Value.ToList(), StringComparer.Ordinal);

    private static ImmutableArray<LineShape> Higher(ImmutableArray<LineShape> lines, int semitones) =>
        [.. lines.Select(line => Higher(line, semitones))];

    private static LineShape Higher(LineShape line, int semitones) =>
        line with
        {
            Keys = [.. line.Keys.Select(key => key + semitones)],
        };
}
