using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class EditRefusalTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData(OrderKind.Extend)]
    [InlineData(OrderKind.Join)]
    [InlineData(OrderKind.Replace)]
    [InlineData(OrderKind.Cover)]
    [InlineData(OrderKind.AddVocals)]
    [InlineData(OrderKind.AddBacking)]
    [InlineData(OrderKind.Remaster)]
    [InlineData(OrderKind.Stems)]
    [InlineData(OrderKind.Voice)]
    public void An_edit_without_a_source_is_refused(OrderKind kind) =>
        Assert.Equal("There is no clip to work on.", Refusal(new SongOrder(kind, EngineFixture.Sung), null));

    [Theory]
    [InlineData(OrderKind.Voice)]
    [InlineData(OrderKind.AddBacking)]
    public async Task Orders_about_a_voice_are_refused_where_nobody_sings(OrderKind kind)
    {
        var source = await PlayedAsync();
        Assert.Equal("This clip has no vocals.", Refusal(new SongOrder(kind, EngineFixture.Played), source));
    }

    [Theory]
    [InlineData(OrderKind.Extend, 9.5, null)]
    [InlineData(OrderKind.Extend, -1.0, null)]
    [InlineData(OrderKind.Replace, 2.0, 100.0)]
    [InlineData(OrderKind.Replace, double.NaN, 4.0)]
    public async Task Moments_outside_of_the_clip_are_refused_with_its_length(OrderKind kind, double from, double? to)
    {
        var order = new SongOrder(kind, EngineFixture.Played) { FromSeconds = from, ToSeconds = to };
        Assert.StartsWith("The clip lasts 9 seconds", Refusal(order, await PlayedAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replacement_that_ends_before_it_starts_is_refused()
    {
        var order = new SongOrder(OrderKind.Replace, EngineFixture.Played) { FromSeconds = 5, ToSeconds = 4 };
        Assert.Contains("is empty", Refusal(order, await PlayedAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_that_was_not_extended_cannot_be_joined() =>
        Assert.NotEmpty(Refusal(new SongOrder(OrderKind.Join, EngineFixture.Played), await PlayedAsync()));

    [Theory]
    [InlineData(OrderKind.Extend, "[inst]", false)]
    [InlineData(OrderKind.AddVocals, "...", false)]
    [InlineData(OrderKind.Extend, "[verse]\n그대와 함께 걸어요", true)]
    [InlineData(OrderKind.AddVocals, "[verse]\nМы идём домой", true)]
    [InlineData(OrderKind.Replace, "さくら さくら", true)]
    [InlineData(OrderKind.Cover, "さくら さくら", true)]
    public async Task Words_that_cannot_be_sung_are_refused(OrderKind kind, string lyrics, bool isLanguage)
    {
        var order = new SongOrder(kind, EngineFixture.Sung with { Lyrics = lyrics }) { FromSeconds = 4 };
        var source = await PlayedAsync();
        var refusal = Assert.Throws<SongRefusedException>(() => fixture.Engine.Prepare(order, source));
        Assert.Equal(isLanguage, refusal.IsLanguage);
    }

    [Fact]
    public async Task A_voice_excerpt_of_less_than_a_second_or_more_than_a_minute_is_refused()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(folder) with { Seconds = 70 };
        const string Sentence = "A voice excerpt lasts 1 to 60 seconds.";
        Assert.Equal(Sentence, Refusal(Orders.Voice(3, 3.9), source));
        Assert.Equal(Sentence, Refusal(Orders.Voice(0, 61), source));
        Assert.Equal("Nobody sings in this stretch of the clip.", Refusal(Orders.Voice(60, 70), source));
    }

    [Fact]
    public async Task An_order_that_can_be_made_is_prepared_with_the_seed_that_was_asked_for()
    {
        var brief = new SongBrief { IsVocal = false, Seed = 77 };
        var order = new SongOrder(OrderKind.Extend, brief) { FromSeconds = 6 };
        Assert.Equal(77, fixture.Engine.Prepare(order, await PlayedAsync()).Seed);
        Assert.Equal(78, fixture.Engine.Prepare(Orders.Remaster(4, 78), await PlayedAsync()).Seed);
    }

    private string Refusal(SongOrder order, Song? source) =>
        Assert.Throws<SongRefusedException>(() => fixture.Engine.Prepare(order, source)).Message;

    private async Task<Song> PlayedAsync() => Clip.Song((await fixture.MakeAsync(EngineFixture.Played)).Folder);
}
