using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class ClipWindowTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_clip_that_starts_inside_its_song_holds_the_rest_of_it_to_the_byte()
    {
        var (_, whole) = await fixture.MakeAsync(EngineFixture.Sung);
        var song = Orders.Late(Clip.Song(whole));
        var (made, folder) = await fixture.MakeAsync(Orders.Again, song);

        var first = (int)Math.Round(new TimeMap(song.Tempos).SecondsAt(song.From) * SampleRate.House);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(whole, "master.wav"));
        var clip = await File.ReadAllBytesAsync(Path.Combine(folder, "master.wav"));
        Assert.True(first > 44100);
        Assert.True(bytes.AsSpan(44 + 4 * first).SequenceEqual(clip.AsSpan(44)));
        Assert.Equal((bytes.Length - 44) / 4 - first, (clip.Length - 44) / 4);
        Assert.Equal((clip.Length - 44) / 4 / 44100.0, made.Seconds, 6);
        Assert.Equal(song.From, Clip.Song(folder).From);
        Assert.Equal(song.Parts[0].Notes.Length, Clip.Song(folder).Parts[0].Notes.Length);
    }

    [Fact]
    public async Task Word_times_of_a_clip_count_from_its_own_start()
    {
        var (_, whole) = await fixture.MakeAsync(EngineFixture.Sung);
        var song = Orders.Late(Clip.Song(whole));
        var (_, folder) = await fixture.MakeAsync(Orders.Again, song);

        var first = new TimeMap(song.Tempos).SecondsAt(song.From);
        var all = Starts(whole);
        var own = Starts(folder);
        Assert.InRange(own.Count, 1, all.Count - 1);
        foreach (var (expected, start) in all[^own.Count..].Zip(own))
        {
            Assert.Equal(Math.Max(0, expected - first), start, 0.0011);
        }

        Assert.True(all[^(own.Count + 1)] < first);
    }

    private static List<double> Starts(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "lyrics.json")));
        return
        [
            .. json
                .RootElement.GetProperty("lines")
                .EnumerateArray()
                .SelectMany(line => line.GetProperty("words").EnumerateArray())
                .Select(word => word.GetProperty("start").GetDouble()),
        ];
    }
}
