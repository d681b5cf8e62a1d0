using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Music without a mind: what must fail.</summary>
public static class RandomSongs
{
    /// <summary>The song with every note at a random place and pitch of its part's compass.</summary>
    public static Song Scatter(Song song, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(random);
        var end = song.Sections.Sum(section => section.Length);
        var slots = end / Ticks.PerSixteenth;
        var scattered = Sabotages.WithNotes(
            song,
            (part, notes) =>
            {
                var keys = notes.Select(note => note.Key).ToList();
                return notes
                    .Select(note =>
                        note with
                        {
                            Tick = random.NextInt(slots) * Ticks.PerSixteenth,
                            Key =
                                part.Role == PartRole.Drums
                                    ? random.Pick(keys)
                                    : keys.Min() + random.NextInt(keys.Max() - keys.Min() + 1),
                            Velocity = 30 + random.NextInt(98),
                        }
                    )
                    .OrderBy(note => note.Tick)
                    .ThenBy(note => note.Key);
            }
        );
        return scattered with { Vocals = [.. song.Vocals.Select(phrase => Scatter(phrase, random))] };
    }

    /// <summary>A melody of the same number of notes as the piece's, at random places and pitches over the same chords.</summary>
    public static MelodyPiece Scatter(MelodyPiece piece, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(random);
        var low = piece.Notes.Min(note => note.Key);
        var compass = piece.Notes.Max(note => note.Key) - low + 1;
        var slots = piece.Notes.Select(_ => random.NextInt(piece.Slots)).Distinct().Order().ToList();
        var notes = slots.Select(
            (slot, i) =>
                new GridNote(
                    slot,
                    Math.Min(1 + random.NextInt(6), (i + 1 < slots.Count ? slots[i + 1] : piece.Slots) - slot),
                    low + random.NextInt(compass)
                )
        );
        return piece with { Name = piece.Name + " scattered", Notes = [.. notes] };
    }

    /// <summary>Four bars of the piece, from the middle of its melody, over and over, chords included.</summary>
    public static MelodyPiece Loop(MelodyPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var size = 4 * piece.BarSlots;
        var from = piece.Notes[piece.Notes.Length / 2].Slot / piece.BarSlots * piece.BarSlots;
        var notes = piece.Notes.Where(note => note.Slot >= from && note.Slot < from + size).ToList();
        var chords = piece.Chords.Where(chord => chord.Slot >= from && chord.Slot < from + size).ToList();
        var times = Math.Max(1, piece.Slots / size);
        return piece with
        {
            Name = piece.Name + " looped",
            Notes = Repeat(notes, times, (note, time) => note with { Slot = note.Slot - from + time * size }),
            Chords = Repeat(
                chords,
                times,
                (chord, time) =>
                    chord with
                    {
                        Slot = chord.Slot - from + time * size,
                        Length = Math.Min(chord.Length, from + size - chord.Slot),
                    }
            ),
        };
    }

    private static ImmutableArray<T> Repeat<T>(List<T> items, int times, Func<T, int, T> place) =>
        [.. Enumerable.Range(0, times).SelectMany(time => items.Select(item => place(item, time)))];

    private static VocalPhrase Scatter(VocalPhrase phrase, RandomStream random) =>
        phrase with
        {
            Notes =
            [
                .. phrase
                    .Notes.Select(note =>
                        note with
                        {
                            Tick = Math.Max(0, note.Tick + (random.NextInt(9) - 4) * Ticks.PerSixteenth),
                            Key = note.Key + random.NextInt(17) - 8,
                            Syllable = random.NextInt(phrase.Notes.Length),
                        }
                    )
                    .OrderBy(note => note.Tick),
            ],
        };
}
