using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class RefusalTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("[verse]\n사랑해요 그대를")]
    [InlineData("[verse]\n君の名は忘れない 夢の中で")]
    [InlineData("Σ' αγαπώ πολύ")]
    [InlineData("أحبك يا حبيبي")]
    [InlineData("ฉันรักเธอ")]
    [InlineData("[verse]\nМы идём домой")]
    [InlineData("さくら さくら")]
    public void A_script_that_cannot_be_sung_is_refused_as_a_language(string lyrics)
    {
        var refusal = Assert.Throws<SongRefusedException>(() =>
            fixture.Engine.Prepare(SongOrder.Compose(EngineFixture.Sung with { Lyrics = lyrics }))
        );

        Assert.True(refusal.IsLanguage);
        Assert.Equal("input language not supported", refusal.Message);
    }

    [Theory]
    [InlineData("[verse]")]
    [InlineData("...")]
    [InlineData("[inst]\n(Instrumental break)")]
    public void Lyrics_without_words_are_refused(string lyrics)
    {
        var refusal = Assert.Throws<SongRefusedException>(() =>
            fixture.Engine.Prepare(SongOrder.Compose(EngineFixture.Sung with { Lyrics = lyrics }))
        );

        Assert.False(refusal.IsLanguage);
    }

    [Fact]
    public void A_first_section_that_needs_more_time_is_refused_with_the_seconds_it_needs()
    {
        var lyrics =
            "[verse]\n"
            + string.Join('\n', Enumerable.Repeat("Every morning I remember all the things you never said", 30));
        var refusal = Assert.Throws<SongRefusedException>(() =>
            fixture.Engine.Prepare(SongOrder.Compose(EngineFixture.Sung with { Lyrics = lyrics, Seconds = 30 }))
        );

        Assert.Matches(@"needs at least \d+ seconds", refusal.Message);
    }

    [Fact]
    public async Task Without_a_voice_songs_are_refused_with_the_command_that_installs_one_and_instrumentals_are_made()
    {
        using var engine = new EmbeddedEngine(
            EngineFixture.Options(1) with
            {
                Voice = "/nowhere/voice.htsvoice",
            },
            TimeProvider.System
        );

        var refusal = Assert.Throws<SongRefusedException>(() => engine.Prepare(SongOrder.Compose(EngineFixture.Sung)));
        Assert.Contains("/nowhere/voice.htsvoice", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install festvox-us-slt-hts", refusal.Message, StringComparison.Ordinal);
        var (song, _) = await fixture.MakeAsync(EngineFixture.Played, engine: engine);
        Assert.Equal(9, song.Seconds, 2);
    }

    [Fact]
    public void Missing_values_are_predicted_from_the_words()
    {
        var filled = fixture.Engine.Prepare(
            SongOrder.Compose(
                new SongBrief { Lyrics = "I miss you and I am waiting\nso far away and waiting for a letter", Seed = 9 }
            )
        );

        Assert.Equal("Miss", Assert.Single(filled.Moods));
        Assert.Single(filled.Genres);
        Assert.NotNull(filled.Gender);
        Assert.NotNull(filled.Timbre);
    }

    [Fact]
    public void A_missing_dictionary_is_named_with_its_package()
    {
        var missing = Assert.Throws<MissingPartException>(() =>
            new EmbeddedEngine(EngineFixture.Options(1) with { Dictionary = "/nowhere/dict" }, TimeProvider.System)
        );

        Assert.Contains("/nowhere/dict", missing.Message, StringComparison.Ordinal);
        Assert.Contains("festlex-cmu", missing.Message, StringComparison.Ordinal);
    }
}
