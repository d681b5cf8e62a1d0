using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

/// <summary>How loud voice and band are beside each other in a finished song.</summary>
public sealed class BalanceTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task The_voice_is_heard_over_the_band_and_not_alone()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung, stems: true);
        var voice = Stem(folder, "vocals");
        var band = Clip.Master(folder);
        for (var i = 0; i < band.Length; i++)
        {
            band.Left[i] -= voice.Left[i];
            band.Right[i] -= voice.Right[i];
        }

        var over = LoudnessMeter.Of(voice).Integrated - LoudnessMeter.Of(band).Integrated;
        Assert.InRange(over, -1.5, 5);
    }

    [Fact]
    public async Task Every_player_is_trimmed_and_the_trims_are_kept()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var song = Clip.Song(folder);
        var levels = song.MixState!.Parts;
        Assert.Equal(song.Parts.Select(part => part.Id), levels.Select(level => level.Id));
        Assert.All(levels, level => Assert.InRange(level.TrimDb, -30, 30));
        Assert.Contains(levels, level => Math.Abs(level.TrimDb) > 1);
    }

    private static AudioBuffer Stem(string folder, string id)
    {
        using var file = File.OpenRead(Path.Combine(folder, "stems", id + ".wav"));
        return WavReader.Read(file, int.MaxValue).ToStereo();
    }
}
