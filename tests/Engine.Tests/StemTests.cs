using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class StemTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData(StemSplit.Basic)]
    [InlineData(StemSplit.Full)]
    public async Task The_stems_of_a_split_sum_to_the_stored_master_within_80_dB(StemSplit split)
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var stems = await SplitAsync(Clip.Song(folder), split);

        AssertSum(Clip.Master(folder), stems);
    }

    [Theory]
    [InlineData(StemSplit.Basic)]
    [InlineData(StemSplit.Full)]
    public async Task The_stems_of_a_clip_that_starts_inside_its_song_sum_to_that_clip(StemSplit split)
    {
        var (_, whole) = await fixture.MakeAsync(EngineFixture.Sung);
        var (_, folder) = await fixture.MakeAsync(Orders.Again, Orders.Late(Clip.Song(whole)));
        var stems = await SplitAsync(Clip.Song(folder), split);

        AssertSum(Clip.Master(folder), stems);
    }

    [Fact]
    public async Task The_stems_of_a_song_that_keeps_no_balance_sum_to_its_master_too()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var stems = await SplitAsync(Clip.Song(folder) with { MixState = null }, StemSplit.Basic);

        AssertSum(Clip.Master(folder), stems);
    }

    [Fact]
    public async Task A_full_split_has_twelve_stems_and_those_that_nobody_plays_are_silent()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(folder);
        var stems = await SplitAsync(source, StemSplit.Full);

        Assert.Equal(12, stems.Count);
        foreach (var (name, stem) in stems)
        {
            var song = Clip.Song(stem);
            var isPlayed = !song.Parts.IsEmpty || !song.Vocals.IsEmpty;
            Assert.True(isPlayed == Clip.Peak(Clip.Master(stem)) > 0, name);
        }

        Assert.True(Clip.Peak(Clip.Master(stems["vocals"])) > 0.05);
        Assert.True(Clip.Peak(Clip.Master(stems["drums"])) > 0.05);
        Assert.Equal(
            source.Parts.Select(part => part.Id).Order(StringComparer.Ordinal),
            stems.Values.SelectMany(stem => Clip.Song(stem).Parts.Select(part => part.Id)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_stem_without_voices_is_a_song_without_words_and_the_vocals_keep_theirs()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var stems = await SplitAsync(Clip.Song(folder), StemSplit.Basic);

        var played = Clip.Song(stems["instrumental"]);
        Assert.False(played.Brief.IsVocal);
        Assert.Null(played.Voice);
        Assert.Equal("", played.Lyrics);
        Assert.False(File.Exists(Path.Combine(stems["instrumental"], "lyrics.json")));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(folder, "lyrics.json")),
            await File.ReadAllTextAsync(Path.Combine(stems["vocals"], "lyrics.json"))
        );
    }

    private async Task<Dictionary<string, string>> SplitAsync(Song source, StemSplit split)
    {
        var order = new SongOrder(OrderKind.Stems, source.Brief) { Split = split };
        var (_, folder) = await fixture.MakeAsync(order, source);
        return StemNames.Of(split).ToDictionary(name => name, name => Path.Combine(folder, StemNames.Folder(name)));
    }

    private static void AssertSum(AudioBuffer master, Dictionary<string, string> stems)
    {
        var sum = new AudioBuffer(master.Length, master.Rate);
        foreach (var (name, folder) in stems)
        {
            var stem = Clip.Master(folder);
            Assert.True(master.Length == stem.Length, name);
            for (var i = 0; i < stem.Length; i++)
            {
                sum.Left[i] += stem.Left[i];
                sum.Right[i] += stem.Right[i];
            }
        }

        Assert.True(Clip.Peak(master) > 0.1);
        Assert.InRange(Clip.Difference(master, sum, 0, master.Length), -200, -80);
    }
}
