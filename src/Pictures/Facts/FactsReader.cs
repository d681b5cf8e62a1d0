using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>Reads from a song what its picture shows.</summary>
internal static class FactsReader
{
    public static CoverFacts Read(Song song)
    {
        var start = Math.Max(0, song.From);
        var span = new Span(start, Math.Max(End(song), start + song.Meter.TicksPerBar));
        return new CoverFacts
        {
            Sections = Sections(song, span),
            Chords = Chords(song, span),
            Tune = Tune(song, span),
            Bars = Bars(song, span),
            Key = song.Key,
            Tempo = Tempo(song),
            Style = song.Style,
            Title = song.Title,
        };
    }

    private static int End(Song song) =>
        song.Sections.Length > 0 ? song.Sections[^1].Tick + song.Sections[^1].Length
        : song.Chords.Length > 0 ? song.Chords[^1].Tick + song.Chords[^1].Length
        : song.Parts.SelectMany(part => part.Notes).Select(note => note.Tick + note.Length).DefaultIfEmpty(0).Max();

    private static ImmutableArray<CoverSection> Sections(Song song, Span span)
    {
        ImmutableArray<CoverSection> sections =
        [
            .. song
                .Sections.Where(section => section.Length > 0 && section.Tick + section.Length > span.From)
                .Select(section => new CoverSection(
                    section.Kind,
                    span.Share(section.Tick),
                    span.Share(section.Tick + section.Length),
                    Math.Clamp(section.Energy, 0, 1),
                    Math.Max(1, section.Bars)
                )),
        ];
        return sections.Length > 0 ? sections : [new CoverSection("song", 0, 1, 0.5, 1)];
    }

    private static ImmutableArray<CoverChord> Chords(Song song, Span span)
    {
        ImmutableArray<CoverChord> chords =
        [
            .. song
                .Chords.Where(chord => chord.Tick + chord.Length > span.From && chord.Tick < span.To)
                .Select(chord => new CoverChord(
                    span.Share(chord.Tick),
                    span.Share(chord.Tick + chord.Length),
                    Fifths(chord.Chord.Root - song.Key.Tonic),
                    chord.Chord.Intervals.Contains(3),
                    chord.Chord.Intervals.Length
                )),
        ];
        return chords.Length > 0 ? chords : [new CoverChord(0, 1, 0, song.Key.IsMinor, 3)];
    }

    private static int Fifths(int semitones)
    {
        var steps = ((semitones * 7 % 12) + 12) % 12;
        return steps > 6 ? steps - 12 : steps;
    }

    private static ImmutableArray<CoverNote> Tune(Song song, Span span)
    {
        var phrases = Sung(song);
        if (phrases.Count == 0)
        {
            phrases = Played(song);
        }

        var inside = phrases
            .SelectMany((phrase, index) => phrase.Select(note => (Note: note, Phrase: index)))
            .Where(each => each.Note.Tick >= span.From && each.Note.Tick < span.To)
            .OrderBy(each => each.Note.Tick)
            .ToList();
        if (inside.Count == 0)
        {
            return [];
        }

        var low = inside.Min(each => each.Note.Key);
        var high = inside.Max(each => each.Note.Key);
        return
        [
            .. inside.Select(each => new CoverNote(
                span.Share(each.Note.Tick),
                (double)each.Note.Length / span.Ticks,
                high == low ? 0.5 : (double)(each.Note.Key - low) / (high - low),
                each.Phrase
            )),
        ];
    }

    private static List<List<Note>> Sung(Song song) =>
        [
            .. song
                .Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead && phrase.Notes.Length > 0)
                .Select(phrase => phrase.Notes.Select(note => new Note(note.Tick, note.Length, note.Key, 90)).ToList()),
        ];

    // The tune of an instrumental is cut into phrases where it rests for half a bar.
    private static List<List<Note>> Played(Song song)
    {
        var part =
            song.Parts.Where(part => part.Role == PartRole.Lead && part.Notes.Length > 0)
                .MaxBy(part => part.Notes.Length)
            ?? song.Parts.Where(part => part.Role is not (PartRole.Drums or PartRole.Effects) && part.Notes.Length > 0)
                .MaxBy(part => part.Notes.Average(note => note.Key));
        var phrases = new List<List<Note>>();
        var end = int.MinValue / 2;
        foreach (var note in part?.Notes ?? [])
        {
            if (note.Tick - end > song.Meter.TicksPerBar / 2)
            {
                phrases.Add([]);
            }

            phrases[^1].Add(note);
            end = Math.Max(end, note.Tick + note.Length);
        }

        return phrases;
    }

    private static ImmutableArray<double> Bars(Song song, Span span)
    {
        var count = Math.Clamp((int)(span.Ticks / Math.Max(1, song.Meter.TicksPerBar)), 1, 512);
        var busy = new double[count];
        foreach (var note in song.Parts.SelectMany(part => part.Notes))
        {
            if (note.Tick >= span.From && note.Tick < span.To)
            {
                busy[Math.Min(count - 1, (int)(span.Share(note.Tick) * count))] += 1;
            }
        }

        var most = busy.Max();
        return [.. busy.Select(value => most > 0 ? value / most : 0.5)];
    }

    private static double Tempo(Song song)
    {
        var quarters = song.Tempos.Length > 0 ? song.Tempos[0].QuartersPerMinute : 100;
        return quarters * Ticks.PerQuarter / Math.Max(1, song.Meter.TicksPerPulse);
    }

    private readonly record struct Span(int From, int To)
    {
        public double Ticks => To - From;

        public double Share(int tick) => Math.Clamp((tick - From) / Ticks, 0, 1);
    }
}
