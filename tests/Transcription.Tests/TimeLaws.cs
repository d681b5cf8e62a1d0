using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Transcription.Tests;

/// <summary>Bars and beats lie where they were heard.</summary>
public class TimeLaws
{
    [Theory]
    [InlineData("4/4", 1.9, 0.5, 1, 0)]
    [InlineData("4/4", 0.3, 0.5, 1, 0)]
    [InlineData("3/4", 5.3, 0.41, 1.002, 0.004)]
    [InlineData("6/8", 0.9, 0.8, 0.999, 0.01)]
    [InlineData("12/8", 2.4, 0.66, 1, 0.002)]
    [InlineData("5/4", 0, 0.6, 1, 0)]
    [InlineData("7/8", 1, 0.25, 1, 0.003)]
    public void Beats_and_downbeats_are_met_to_within_a_millisecond(
        string metre,
        double first,
        double gap,
        double slower,
        double jitter
    )
    {
        Assert.True(Meter.TryParse(metre, out var meter));
        var document = Documents.Beaten(60, meter, first, gap, slower, jitter);
        var song = SongTranscriber.Write(document, Documents.Options);
        var map = new TimeMap(song.Tempos);
        Assert.Equal(meter, song.Meter);
        // The first downbeat of a sound that starts with it is its start.
        foreach (var beat in document.Beats.Seconds.Skip(1))
        {
            var tick = Math.Round(map.TickAt(beat) / meter.TicksPerPulse) * meter.TicksPerPulse;
            Assert.InRange(map.SecondsAt(tick) - beat, -0.001, 0.001);
        }

        foreach (var beat in document.Downbeats.Seconds.Skip(1))
        {
            var tick = Math.Round(map.TickAt(beat) / meter.TicksPerBar) * meter.TicksPerBar;
            Assert.InRange(map.SecondsAt(tick) - beat, -0.001, 0.001);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    [InlineData(0.4, 2)]
    [InlineData(2.3, 2)]
    public void A_steady_song_has_one_tempo_and_one_for_what_comes_before(double first, int most)
    {
        var song = SongTranscriber.Write(Documents.Beaten(200, Meter.Common, first, 0.5), Documents.Options);
        Assert.InRange(song.Tempos.Length, 1, most);
        Assert.Equal(120, song.Tempos[^1].QuartersPerMinute, 0.05);
        Assert.Equal(120, song.Brief.Bpm!.Value, 0.1);
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.9, 0)]
    [InlineData(1.1, 1)]
    [InlineData(2.1, 1)]
    [InlineData(7.8, 4)]
    public void Whole_bars_come_before_the_first_downbeat(double first, int bars)
    {
        var song = SongTranscriber.Write(Documents.Beaten(30, Meter.Common, first, 0.5), Documents.Options);
        var second = first + 2;
        Assert.Equal((bars + 1) * 3840, new TimeMap(song.Tempos).TickAt(second), 3.0);
    }

    [Fact]
    public void Beats_before_the_first_downbeat_are_met_too()
    {
        var document = Documents.Beaten(30, Meter.Common, 0.55, 0.5);
        document = document with { Downbeats = new([.. document.Beats.Seconds.Where((_, i) => i % 4 == 3)], 1) };
        var map = new TimeMap(SongTranscriber.Write(document, Documents.Options).Tempos);
        Assert.Equal(3840, map.TickAt(document.Downbeats.Seconds[0]), 2.0);
        Assert.Equal(960, map.TickAt(document.Beats.Seconds[0]), 2.0);
    }

    [Fact]
    public void Without_downbeats_bars_start_with_the_first_beat()
    {
        var document = Documents.Beaten(30, new(3, 4), 1.5, 0.5) with { Downbeats = new([], 0) };
        var map = new TimeMap(SongTranscriber.Write(document, Documents.Options).Tempos);
        Assert.Equal(2880, map.TickAt(1.5), 2.0);
        Assert.Equal(2 * 2880, map.TickAt(3), 2.0);
    }

    [Fact]
    public void Beats_that_were_lost_for_a_while_are_counted_by_time()
    {
        var document = Documents.Beaten(60, Meter.Common, 0, 0.5);
        document = document with
        {
            Beats = new([.. document.Beats.Seconds.Where(s => s is < 20 or >= 40)], 1),
            Downbeats = new([.. document.Downbeats.Seconds.Where(s => s is < 20 or >= 40)], 1),
        };
        var song = SongTranscriber.Write(document, Documents.Options);
        Assert.Equal(58 * 2 * 960, new TimeMap(song.Tempos).TickAt(58), 3.0);
        Assert.Single(song.Tempos);
    }

    [Theory]
    [InlineData(null, null, 120)]
    [InlineData(90.0, "6/8", 135)]
    public void Without_beats_time_is_the_options(double? bpm, string? metre, double quarters)
    {
        var options = Documents.Options with { Bpm = bpm, Metre = Meter.TryParse(metre, out var meter) ? meter : null };
        var song = SongTranscriber.Write(Documents.Empty(12), options);
        Assert.Equal(new TempoChange(0, quarters), Assert.Single(song.Tempos));
        Assert.Equal(metre ?? "4/4", song.Meter.ToString());
        Assert.Null(song.Voice);
        Assert.Empty(song.Parts);
        Assert.Equal(12, song.Seconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(2)]
    public void A_sound_of_any_length_gives_a_form(double seconds)
    {
        var song = SongTranscriber.Write(Documents.Empty(seconds), Documents.Options);
        Assert.NotEmpty(song.Sections);
        Assert.Equal(song.Sections.Sum(section => section.Length), song.Chords[^1].Tick);
        Assert.True(song.Chords.Length >= 2, song.Seconds.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(4000)]
    public void A_length_that_no_sound_has_is_refused(double seconds) =>
        Assert.Throws<ArgumentException>(() => SongTranscriber.Write(Documents.Empty(seconds), Documents.Options));
}
