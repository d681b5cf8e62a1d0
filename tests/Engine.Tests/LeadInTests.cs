using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class LeadInTests
{
    private const int Bar = 4 * Ticks.PerQuarter;

    [Fact]
    public void A_song_in_time_from_the_start_has_none()
    {
        var song = Song((0, 121), (Bar, 119));
        Assert.Equal(0, LeadIn.End(song));
        Assert.Same(song, LeadIn.Steady(song));
        Assert.Same(song, LeadIn.Empty(song));
    }

    [Fact]
    public void What_fills_the_time_is_played_at_the_heard_tempo_or_not_at_all()
    {
        var song = Song((0, 300), (Bar, 120), (2 * Bar, 118));
        Assert.Equal(Bar, LeadIn.End(song));
        var steady = LeadIn.Steady(song);
        Assert.Equal(
            [(0, 120.0), (Bar, 120.0), (2 * Bar, 118.0)],
            steady.Tempos.Select(t => (t.Tick, t.QuartersPerMinute))
        );
        Assert.Equal(song.Seconds + 2 - 0.8, steady.Seconds, 9);
        var empty = LeadIn.Empty(song);
        Assert.Equal([Bar, 2 * Bar], empty.Parts[0].Notes.Select(note => note.Tick));
    }

    [Fact]
    public void A_song_whose_tempo_is_nowhere_the_usual_one_is_left_alone()
    {
        var song = Song((0, 300), (Bar, 290));
        Assert.Equal(0, LeadIn.End(song));
    }

    private static Song Song(params (int Tick, double Tempo)[] tempos) =>
        new()
        {
            Brief = new SongBrief { Bpm = 120 },
            Style = "pop",
            Key = new Key(0, Mode.Major),
            Meter = Meter.Common,
            Tempos = [.. tempos.Select(tempo => new TempoChange(tempo.Tick, tempo.Tempo))],
            Seconds = 30,
            Sections = [],
            Chords = [],
            Parts =
            [
                new Part(
                    "bass",
                    PartRole.Bass,
                    0,
                    33,
                    new PartMix(),
                    [new Note(0, 100, 40, 90), new Note(Bar, 100, 40, 90), new Note(2 * Bar, 100, 40, 90)],
                    []
                ),
            ],
            Mix = new MixPlan(),
        };
}
