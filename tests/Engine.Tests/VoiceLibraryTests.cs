namespace Troubadour.Engine.Tests;

/// <summary>Who adds no voicebank pays nothing for them.</summary>
public sealed class VoiceLibraryTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_song_of_an_hts_voice_loads_no_inference_library()
    {
        var (song, _) = await fixture.MakeAsync(EngineFixture.Sung);
        Assert.True(song.Seconds > 20);
        var maps = await File.ReadAllTextAsync("/proc/self/maps");
        Assert.Contains("Troubadour.Singing", maps, StringComparison.Ordinal);
        Assert.DoesNotContain("libonnxruntime", maps, StringComparison.Ordinal);
    }
}
