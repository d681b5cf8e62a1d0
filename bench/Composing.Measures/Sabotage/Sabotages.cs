using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Ways to spoil a song: what a bench must notice.</summary>
public static class Sabotages
{
    private static readonly int[] Shifts = [1, 2, 3, 6, -1, -2, -3, -6];

    /// <summary>All of them by name.</summary>
    public static ImmutableArray<(string Name, Func<Song, RandomStream, Song> Spoil)> All { get; } =
    [
        ("shuffled bars", BarShuffle.Apply),
        ("transposed melody", TransposedMelody),
        ("flat velocities", (song, _) => FlatVelocities(song)),
        ("muted fills", (song, _) => MutedFills(song)),
        ("swapped words", SwappedWords),
    ];

    /// <summary>The sung notes moved against the chords.</summary>
    public static Song TransposedMelody(Song song, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(random);
        var shift = random.Pick(Shifts);
        return song with
        {
            Vocals =
            [
                .. song.Vocals.Select(phrase =>
                    phrase with
                    {
                        Notes = [.. phrase.Notes.Select(note => note with { Key = note.Key + shift })],
                    }
                ),
            ],
        };
    }

    /// <summary>Every note struck alike.</summary>
    public static Song FlatVelocities(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        return WithNotes(song, (_, notes) => notes.Select(note => note with { Velocity = 80 }));
    }

    /// <summary>The drums silent in the last half bar of every section.</summary>
    public static Song MutedFills(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        var half = song.Meter.TicksPerBar / 2;
        bool Ends(Note note) =>
            song.Sections.Any(section =>
            {
                var end = section.Tick + section.Length;
                return note.Tick >= end - half - Ticks.PerSixteenth / 2 && note.Tick < end - Ticks.PerSixteenth / 2;
            });
        return WithNotes(song, (part, notes) => part.Role == PartRole.Drums ? notes.Where(note => !Ends(note)) : notes);
    }

    /// <summary>The words of every line in another order.</summary>
    public static Song SwappedWords(Song song, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(random);
        var orders = new Dictionary<int, ImmutableArray<SungWord>>();
        return song with
        {
            Vocals =
            [
                .. song.Vocals.Select(phrase =>
                    phrase with
                    {
                        Words = orders.TryGetValue(phrase.Line, out var words)
                            ? words
                            : orders[phrase.Line] = Shuffle(phrase.Words, random),
                    }
                ),
            ],
        };
    }

    /// <summary>The items in a random order.</summary>
    internal static ImmutableArray<T> Shuffle<T>(IEnumerable<T> items, RandomStream random) =>
        [
            .. items
                .Select(item => (item, Order: random.NextUnit()))
                .OrderBy(pair => pair.Order)
                .Select(pair => pair.item),
        ];

    /// <summary>The song with other notes in its parts.</summary>
    internal static Song WithNotes(Song song, Func<Part, IEnumerable<Note>, IEnumerable<Note>> change) =>
        song with
        {
            Parts = [.. song.Parts.Select(part => part with { Notes = [.. change(part, part.Notes)] })],
        };
}
