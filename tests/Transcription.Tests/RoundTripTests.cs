using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription.Tests;

/// <summary>A score that is heard exactly is written as it was: every note on its tick.</summary>
public class RoundTripTests
{
    private static readonly ImmutableArray<TempoChange> s_tempos =
    [
        new(0, 96),
        new(8 * 3840, 101.5),
        new(16 * 3840, 88),
        new(24 * 3840 + 960, 120),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Notes_of_all_parts_come_back_on_their_ticks(long seed)
    {
        var random = new RandomStream(seed, "score");
        var map = new TimeMap(s_tempos);
        var seconds = map.SecondsAt(32 * 3840) + 1;
        var (tune, bass, chords) = (Line(random, 60), Line(random, 33), Line(random, 48));
        List<(int Tick, DrumKind Kind)> drums =
        [
            .. Enumerable
                .Range(0, 32 * 16)
                .Where(_ => random.Chance(0.4))
                .Select(k => (k * 240, (DrumKind)random.NextInt(7))),
        ];
        var document = Documents.Empty(seconds) with
        {
            Beats = Grid(map, 960),
            Downbeats = Grid(map, 3840),
            VocalActivity = new(10, [], [new(0, map.SecondsAt(16 * 3840))], 1),
            Melody = new(50, [], Heard(map, tune), 1),
            Bass = new(Heard(map, bass), 1),
            Accompaniment = new(Heard(map, chords), 1),
            Drums = new([.. drums.Select(d => new DrumHit(map.SecondsAt(d.Tick), null, d.Kind, 0.5, 1))], 1),
        };
        var song = SongTranscriber.Write(document, Documents.Options);
        var sung = song.Vocals.SelectMany(phrase => phrase.Notes).Select(note => (note.Tick, note.Key));
        var played = Keys(song, "lead");
        Assert.Equal(tune.Select(note => (note.Tick, note.Key)), sung.Concat(played));
        Assert.All(song.Vocals.SelectMany(phrase => phrase.Notes), note => Assert.True(note.Tick < 16 * 3840));
        Assert.Equal(bass.Select(note => (note.Tick, note.Key)), Keys(song, "bass"));
        Assert.Equal(chords.Select(note => (note.Tick, note.Key)), Keys(song, "chords"));
        Assert.Equal(drums.Select(hit => hit.Tick), Keys(song, "drums").Select(note => note.Tick));
        Assert.All(
            song.Parts.First(part => part.Id == "bass").Notes.Zip(bass),
            pair => Assert.InRange(pair.First.Length - pair.Second.Length, -2, 2)
        );
    }

    [Fact]
    public void A_note_that_is_on_no_grid_stays_where_it_was_heard()
    {
        // At 60 a minute sixteenths are 250 ms and triplets 333 ms apart.
        var document = Documents.Beaten(20, Meter.Common, 0, 1) with
        {
            Bass = new([new(4.42, 4.9, 40, null, null, 1), new(5.27, 5.4, 41, null, null, 1)], 1),
        };
        var song = SongTranscriber.Write(document, Documents.Options);
        var ticks = song.Parts[0].Notes.Select(note => note.Tick).ToList();
        Assert.InRange(ticks[0], 4242, 4245);
        Assert.Equal(5 * 960 + 240, ticks[1]);
    }

    private static IEnumerable<(int Tick, int Key)> Keys(Song song, string id) =>
        song.Parts.Where(part => part.Id == id).SelectMany(part => part.Notes).Select(note => (note.Tick, note.Key));

    private static Moments Grid(TimeMap map, int step) =>
        new([.. Enumerable.Range(0, 32 * 3840 / step).Select(k => map.SecondsAt(k * step))], 1);

    private static List<Note> Line(RandomStream random, int lowest)
    {
        var notes = new List<Note>();
        for (var tick = 0; tick < 31 * 3840; )
        {
            var length = 480 * (1 + random.NextInt(3));
            notes.Add(new(tick, length, lowest + random.NextInt(12), 80));
            tick += length + (random.Chance(0.2) ? 960 : 0);
        }

        return notes;
    }

    private static ImmutableArray<NoteEstimate> Heard(TimeMap map, List<Note> notes) =>
        [
            .. notes.Select(note => new NoteEstimate(
                map.SecondsAt(note.Tick),
                map.SecondsAt(note.Tick + note.Length),
                note.Key,
                null,
                null,
                1
            )),
        ];
}
