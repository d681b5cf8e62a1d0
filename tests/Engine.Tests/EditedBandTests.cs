using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class EditedBandTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_cover_and_a_new_backing_are_balanced_anew_and_as_loud_as_any_song()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(folder);
        var brief = new SongBrief { Genres = ["Jazz"], Seed = 12 };
        var cover = await MadeAsync(new SongOrder(OrderKind.Cover, brief), source);
        var backing = await MadeAsync(new SongOrder(OrderKind.AddBacking, brief), source);

        Assert.Equal(source.Vocals.Length, backing.Vocals.Length);
        Assert.Equal(EngineFixture.Sung.Seed, backing.TakeSeed);
        Assert.NotEqual(source.MixState!.Parts, backing.MixState!.Parts);
        Assert.NotEqual(source.Style, cover.Style);
    }

    [Fact]
    public async Task A_voice_over_an_instrumental_is_heard_in_its_master()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Played with { Seconds = 30 });
        var song = await MadeAsync(
            new SongOrder(OrderKind.AddVocals, EngineFixture.Sung with { Seconds = null }),
            Clip.Song(folder)
        );

        Assert.NotEmpty(song.Vocals);
    }

    private async Task<Song> MadeAsync(SongOrder order, Song source)
    {
        var (_, folder) = await fixture.MakeAsync(order, source);
        Assert.InRange(LoudnessMeter.Of(Clip.Master(folder)).Integrated, -14.5, -13.5);
        return Clip.Song(folder);
    }
}
