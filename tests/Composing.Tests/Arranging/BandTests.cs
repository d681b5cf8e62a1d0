using System.Text.Json.Nodes;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Arranging;

/// <summary>What the pitched players do: layers, bass, answers, counter lines, endings.</summary>
public class BandTests
{
    private static readonly Lazy<IReadOnlyList<Song>> Long = new(() => Workshop.Sing(Room.Composer, 2));
    private static readonly Lazy<IReadOnlyList<Song>> Countered = new(() =>
        Workshop.Sing(Workshop.With(AddCounter), 1)
    );

    private static void AddCounter(JsonObject style)
    {
        style.Set("lead", "counter", 1);
        style["parts"]!
            .AsArray()
            .Add(JsonNode.Parse("""{ "id": "second", "role": "Counter", "program": 42, "register": [43, 67] }"""));
    }

    [Fact]
    public void The_last_chorus_has_no_fewer_layers_than_the_first() =>
        Corpus.AssertNone(
            from song in Long.Value
            let choruses = song.Sections.Where(s => s.Kind == "chorus").ToList()
            where choruses.Count > 1
            let first = Layers(song, choruses[0])
            let last = Layers(song, choruses[^1])
            where last < first
            select $"{Corpus.Name(song)}: {first}, then {last}"
        );

    private static int Layers(Song song, SongSection section) =>
        song.Parts.Count(part => part.Role != PartRole.Effects && part.In(section.Tick, section.End()).Any());

    [Fact]
    public void The_second_verse_is_not_the_first_again() =>
        Corpus.AssertNone(
            from song in Long.Value
            let verses = song.Sections.Where(s => s.Kind == "verse").Take(2).ToList()
            where verses.Count == 2 && Picture(song, verses[0]) == Picture(song, verses[1])
            select Corpus.Name(song)
        );

    private static string Picture(Song song, SongSection section) =>
        string.Join(
            ';',
            song.Parts.Where(part => part.Role != PartRole.Drums)
                .Select(part =>
                    part.Id
                    + string.Join(
                        ',',
                        part.In(section.Tick, section.End()).Select(n => (Bars.Slot(n.Tick - section.Tick), n.Key))
                    )
                )
        );

    [Fact]
    public void No_eight_bars_come_back_note_for_note() =>
        Corpus.AssertNone(
            from song in Long.Value
            let bar = song.Meter.TicksPerBar
            let stretches = song
                .Sections.Where(s => s.Bars >= 8)
                .Select(s => Whole(song, s.Tick, s.Tick + 8 * bar))
                .ToList()
            where stretches.Distinct().Count() < stretches.Count
            select Corpus.Name(song)
        );

    private static string Whole(Song song, int from, int to) =>
        string.Join(
            ';',
            song.Parts.Select(part =>
                part.Id + string.Join(',', part.In(from, to).Select(n => (Bars.Slot(n.Tick - from), n.Key)).Order())
            )
        );

    [Fact]
    public void Pitched_players_shape_their_phrases()
    {
        var songs = Long.Value.Where(song => song.Meter == Meter.Common).ToList();
        var bars = new double[4];
        for (var i = 0; i < 4; i++)
        {
            bars[i] = songs
                .SelectMany(song =>
                    song.Sections.Where(s => s.Bars >= 8)
                        .SelectMany(s =>
                            song.Parts.Where(p => p.Role is PartRole.Chords or PartRole.Pad)
                                .SelectMany(p => p.In(s.Tick + i * 3840, s.Tick + (i + 1) * 3840))
                        )
                )
                .Average(note => note.Velocity);
        }

        Assert.True(Math.Max(bars[1], bars[2]) > 1.03 * bars[0], string.Join(' ', bars));
        Assert.True(Math.Max(bars[1], bars[2]) > 1.02 * bars[3], string.Join(' ', bars));
    }

    [Fact]
    public void Kick_and_bass_are_one_instrument_in_grooves()
    {
        string[] grooves = ["Pop", "Rock", "Trap", "Disco", "Contemporary R&B", "Pop Rock", "Future Bass"];
        Corpus.AssertNone(
            from song in Long.Value.Where(song => grooves.Contains(song.Brief.Genres[0]))
            let kicks = song.Drums()!.Notes.Where(n => n.Key is 35 or 36).Select(n => Bars.Slot(n.Tick)).ToHashSet()
            let kicked = kicks.Select(slot => slot / 16).ToHashSet()
            let bass = song
                .Parts.First(p => p.Role == PartRole.Bass)
                .Notes.Select(n => Bars.Slot(n.Tick))
                .Where(slot => kicked.Contains(slot / 16))
                .ToList()
            let eighths = bass.Count > 6.5 * kicked.Count
            let share = eighths
                ? (double)kicks.Count(bass.Contains) / kicks.Count
                : (double)bass.Count(kicks.Contains) / bass.Count
            where share < 0.65
            select $"{Corpus.Name(song)}: {share:F2}"
        );
    }

    [Fact]
    public void The_bass_starts_a_section_on_the_chords_bass() =>
        Corpus.AssertNone(
            from song in Long.Value
            let bass = song.Parts.FirstOrDefault(p => p.Role == PartRole.Bass)
            where bass is not null
            from section in song.Sections
            let first = bass.In(section.Tick, section.Tick + 120).ToList()
            let chord = song.Chords.Last(c => c.Tick <= section.Tick).Chord
            where bass.In(section.Tick, section.Tick + song.Meter.TicksPerBar).Any()
            where first.Count == 0 || first[0].Key % 12 != chord.Bass
            select $"{Corpus.Name(song)}, {section.Kind} at {section.Tick}: {first.FirstOrDefault().Key} on {chord}"
        );

    [Fact]
    public void Melody_instruments_are_denser_in_the_rests_of_the_voice_than_under_it()
    {
        var (rest, under) = (Density(Countered.Value, sung: false), Density(Countered.Value, sung: true));
        Assert.True(under > 0, "counter lines hold notes under the voice");
        Assert.True(rest >= 1.5 * under, $"{rest:F3} a sixteenth in the rests, {under:F3} under the voice");
    }

    private static double Density(IEnumerable<Song> songs, bool sung)
    {
        var (onsets, slots) = (0, 0);
        foreach (var song in songs)
        {
            var voice = song.Sung();
            var covered = voice
                .SelectMany(n => Enumerable.Range(Bars.Slot(n.Tick), Math.Max(1, Bars.Slot(n.Length))))
                .ToHashSet();
            var leads = song
                .Parts.Where(p => p.Role is PartRole.Lead or PartRole.Counter)
                .SelectMany(p => p.Notes)
                .ToList();
            foreach (var section in song.Sections.Where(s => voice.Exists(n => n.Tick >= s.Tick && n.Tick < s.End())))
            {
                var (from, to) = (Bars.Slot(section.Tick), Bars.Slot(section.End()));
                slots += Enumerable.Range(from, to - from).Count(slot => covered.Contains(slot) == sung);
                onsets += leads.Count(n =>
                    Bars.Slot(n.Tick) >= from && Bars.Slot(n.Tick) < to && covered.Contains(Bars.Slot(n.Tick)) == sung
                );
            }
        }

        return (double)onsets / slots;
    }

    [Fact]
    public void A_counter_line_keeps_clear_of_the_voice_and_moves_mostly_by_step()
    {
        var (clashes, held, steps, moves) = (0, 0, 0, 0);
        foreach (var song in Countered.Value)
        {
            var line = song.Parts.FirstOrDefault(p => p.Id == "second")?.Notes ?? [];
            var voice = song.Sung();
            foreach (var note in line)
            {
                var sounding = voice
                    .Where(n => n.Tick <= note.Tick + 60 && n.Tick + n.Length > note.Tick + 60)
                    .ToList();
                held += sounding.Count;
                clashes += sounding.Count(n => Math.Abs(n.Key - note.Key) == 1);
            }

            moves += Math.Max(0, line.Length - 1);
            steps += line.Zip(line.Skip(1)).Count(pair => Math.Abs(pair.Second.Key - pair.First.Key) <= 4);
        }

        Assert.True(held > 200, $"{held} notes under the voice");
        Assert.True(clashes <= 0.02 * held, $"{clashes} of {held}");
        Assert.True(steps >= 0.85 * moves, $"{steps} of {moves}");
    }

    [Fact]
    public void All_who_hold_the_last_chord_let_go_together_over_the_lowest_root() =>
        Corpus.AssertNone(
            from song in Corpus.All.Where(song => song.Seconds >= 20)
            let last = song.Chords[^1]
            let map = new TimeMap(song.Tempos)
            let pitched = song.Parts.Where(p => p.Role is not (PartRole.Drums or PartRole.Effects)).ToList()
            let final = pitched
                .Select(p => (p.Role, Notes: p.Notes.Where(n => n.Tick >= last.Tick - 60).ToList()))
                .Where(p => p.Notes.Count > 0)
                .ToList()
            let ends = final.SelectMany(p => p.Notes).Select(n => map.SecondsAt(n.Tick + n.Length)).ToList()
            let bass = final.FirstOrDefault(p => p.Role == PartRole.Bass).Notes
            where
                ends.Count > 0
                && (
                    ends.Max() - ends.Min() > 0.25
                    || (
                        bass is not null
                        && (
                            bass[0].Key % 12 != last.Chord.Bass
                            || final.SelectMany(p => p.Notes).Min(n => n.Key) < bass[0].Key
                        )
                    )
                )
            select $"{Corpus.Name(song)}: ends {ends.Min():F2} to {ends.Max():F2}"
        );
}
