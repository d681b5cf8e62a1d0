using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class VoiceTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task An_excerpt_is_as_long_as_asked_and_holds_the_lead_voice_alone()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(folder);
        var (from, to) = Sung(source);
        var (made, excerpt) = await fixture.MakeAsync(Orders.Voice(from, to), source);

        var master = Clip.Master(excerpt);
        var song = Clip.Song(excerpt);
        Assert.Equal(to - from, made.Seconds, 0.002);
        Assert.Equal(to - from, master.Seconds, 0.002);
        Assert.Empty(song.Parts);
        Assert.All(song.Vocals, phrase => Assert.Equal(VoiceLayer.Lead, phrase.Layer));
        Assert.True(song.From > 0);
        Assert.True(Clip.Peak(master) > 0.1);
        Assert.True(TruePeakMeter.Of(master).Decibels <= -2);
    }

    [Fact]
    public async Task An_excerpt_of_an_excerpt_counts_from_its_start()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(folder);
        var (from, to) = Sung(source);
        var (_, excerpt) = await fixture.MakeAsync(Orders.Voice(from, to), source);
        var (_, inner) = await fixture.MakeAsync(Orders.Voice(1, 3), Clip.Song(excerpt));
        var (_, same) = await fixture.MakeAsync(Orders.Voice(from + 1, from + 3), source);

        Assert.Equal(2, Clip.Master(inner).Seconds, 0.002);
        Assert.InRange(Math.Abs(Clip.Song(inner).From - Clip.Song(same).From), 0, 2);
    }

    // From a second before the first word on.
    private static (double From, double To) Sung(Song song)
    {
        var start = new TimeMap(song.Tempos).SecondsAt(song.Vocals[0].Notes[0].Tick);
        return (Math.Max(0.5, start - 0.2), Math.Max(0.5, start - 0.2) + 5);
    }
}
