using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class ExtensionTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static SongBrief More { get; } =
        new()
        {
            Lyrics = "[verse]\nThe evening falls on empty stations\nAnd I am walking in the rain",
            Seconds = 14,
            Seed = 21,
        };

    [Theory]
    [InlineData("Pop", 24, 12)]
    [InlineData("Rock", 24, 9)]
    [InlineData("Jazz", 30, 15)]
    public async Task A_joined_song_is_its_source_to_the_byte_until_the_join_and_then_the_extension(
        string genre,
        double seconds,
        double at
    )
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung with { Genres = [genre], Seconds = seconds });
        var extend = new SongOrder(OrderKind.Extend, More) { FromSeconds = at };
        var (part, clip) = await fixture.MakeAsync(extend, Clip.Song(first));
        var (whole, joined) = await fixture.MakeAsync(new SongOrder(OrderKind.Join, More), Clip.Song(clip));
        var (_, atOnce) = await fixture.MakeAsync(extend with { IsWhole = true }, Clip.Song(first));

        var song = Clip.Song(clip);
        var join = (int)Math.Round(new TimeMap(song.Tempos).SecondsAt(song.From) * SampleRate.House);
        var (source, end, all) = (Frames(first), Frames(clip), Frames(joined));
        Assert.InRange(join / 44100.0, at - 2, at + 2);
        Assert.Equal(whole.Seconds, join / 44100.0 + part.Seconds, 1e-6);
        Assert.True(all.AsSpan(4 * join).SequenceEqual(end));
        Assert.True(all.AsSpan().SequenceEqual(Frames(atOnce)));
        var untouched = Math.Min(join - 2205, Untouched(Clip.Song(first), song));
        Assert.True(untouched > 3 * 44100);
        Assert.Equal(untouched, Math.Min(untouched, source.AsSpan().CommonPrefixLength(all) / 4));
    }

    // The breath before a new phrase belongs to it, and a phrase that the join cuts is sung anew.
    private static int Untouched(Song source, Song song)
    {
        var old = source.Vocals.Select(Notes).ToList();
        var all = song.Vocals.Select(Notes).ToList();
        var first = old.Except(all).Concat(all.Except(old)).Select(phrase => phrase.Tick).Min();
        return (int)((new TimeMap(song.Tempos).SecondsAt(first) - 0.6) * SampleRate.House);
    }

    private static (int Tick, string Text) Notes(VocalPhrase phrase) =>
        (phrase.Notes[0].Tick, $"{phrase.Layer} {string.Join(' ', phrase.Notes)}");

    private static byte[] Frames(string folder) => File.ReadAllBytes(Path.Combine(folder, "master.wav"))[44..];
}
