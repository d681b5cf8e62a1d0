using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Puts the bars of a song in another order or repeats some of them: notes, words and chords together, under the same form.</summary>
public static class BarShuffle
{
    /// <summary>The bars in a random order.</summary>
    public static Song Apply(Song song, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(random);
        var bars = Bars(song);
        return Take(song, Sabotages.Shuffle(Enumerable.Range(0, bars), random));
    }

    /// <summary>Four bars of the first chorus over and over.</summary>
    public static Song Loop(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        var chorus = song.Sections.FirstOrDefault(section => section.Kind == "chorus") ?? song.Sections[0];
        var from = chorus.Tick / song.Meter.TicksPerBar;
        return Take(song, [.. Enumerable.Range(0, Bars(song)).Select(bar => from + bar % 4)]);
    }

    /// <summary>A song whose bars are the given ones of the old song, in order.</summary>
    public static Song Take(Song song, ImmutableArray<int> bars)
    {
        ArgumentNullException.ThrowIfNull(song);
        var ticks = song.Meter.TicksPerBar;
        var end = Bars(song) * ticks;
        var places = bars.Select((old, place) => (old, Move: (place - old) * ticks)).ToLookup(p => p.old, p => p.Move);
        IEnumerable<int> Moves(int tick) => places[Math.Clamp((tick + Ticks.PerSixteenth / 3) / ticks, 0, Bars(song))];
        return Sabotages.WithNotes(
            song with
            {
                Chords = Chords(song, bars, end),
                Vocals = [.. song.Vocals.SelectMany(phrase => Split(phrase, Moves, ticks)).OrderBy(First)],
            },
            (_, notes) =>
            {
                var all = notes.ToList();
                return all.Where(note => note.Tick < end)
                    .SelectMany(note =>
                        Moves(note.Tick).Select(move => note with { Tick = Math.Max(0, note.Tick + move) })
                    )
                    .Concat(all.Where(note => note.Tick >= end))
                    .OrderBy(note => note.Tick)
                    .ThenBy(note => note.Key);
            }
        );
    }

    private static int Bars(Song song) => song.Sections.Sum(section => section.Length) / song.Meter.TicksPerBar;

    private static int First(VocalPhrase phrase) => phrase.Notes[0].Tick;

    private static ImmutableArray<ChordSpan> Chords(Song song, ImmutableArray<int> bars, int end)
    {
        var ticks = song.Meter.TicksPerBar;
        var moved = bars.SelectMany(
            (old, place) =>
                song
                    .Chords.Where(span => span.Tick < (old + 1) * ticks && span.Tick + span.Length > old * ticks)
                    .Select(span =>
                    {
                        var from = Math.Max(span.Tick, old * ticks);
                        var to = Math.Min(span.Tick + span.Length, (old + 1) * ticks);
                        return new ChordSpan(from + (place - old) * ticks, to - from, span.Chord);
                    })
        );
        return [.. moved.Concat(song.Chords.Where(span => span.Tick >= end))];
    }

    // A phrase that spans bars falls apart into one for each bar.
    private static IEnumerable<VocalPhrase> Split(VocalPhrase phrase, Func<int, IEnumerable<int>> moves, int ticks) =>
        phrase
            .Notes.GroupBy(note => (note.Tick + Ticks.PerSixteenth / 3) / ticks)
            .SelectMany(bar =>
                moves(bar.First().Tick)
                    .Select(move =>
                        phrase with
                        {
                            Notes = [.. bar.Select(note => note with { Tick = Math.Max(0, note.Tick + move) })],
                        }
                    )
            );
}
