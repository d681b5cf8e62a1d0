using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Troubadour.Singing;

namespace Troubadour.Engine.Tests;

public sealed class TakeShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-takes-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_take_comes_back_to_the_bit()
    {
        var take = Take(1000, 7);
        new TakeShelf(_folder, 1 << 20, _time).Keep("a", take);
        var back = new TakeShelf(_folder, 1 << 20, _time).Find("a");
        Assert.NotNull(back);
        Assert.Equal(take.Start, back.Start);
        Assert.Equal(take.Samples, back.Samples);
        Assert.Equal(take.Phones.AsEnumerable(), back.Phones);
        Assert.Equal(take.Words.AsEnumerable(), back.Words);
        Assert.Null(new TakeShelf(_folder, 1 << 20, _time).Find("b"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(3000)]
    public void A_take_that_is_cut_short_is_none(int bytes)
    {
        var shelf = new TakeShelf(_folder, 1 << 20, _time);
        shelf.Keep("a", Take(1000, 7));
        var path = Directory.GetFiles(_folder)[0];
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..bytes]);
        Assert.Null(shelf.Find("a"));
        shelf.Keep("a", Take(1000, 7));
        Assert.NotNull(shelf.Find("a"));
    }

    [Fact]
    public void Bytes_that_are_no_take_are_none()
    {
        var shelf = new TakeShelf(_folder, 1 << 20, _time);
        shelf.Keep("a", Take(1000, 7));
        var path = Directory.GetFiles(_folder)[0];
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < 20; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0xFF;
            File.WriteAllBytes(path, damaged);
            // The start's bytes are free; all others of the header say what must hold.
            Assert.Equal(i is >= 12, shelf.Find("a") is not null);
        }
    }

    [Fact]
    public void The_oldest_go_when_the_room_is_full()
    {
        // Each needs 40 kB of 200 kB.
        var shelf = new TakeShelf(_folder, 200_000, _time);
        for (var i = 0; i < 12; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            shelf.Keep($"take {i}", Take(10_000, i));
            Assert.NotNull(shelf.Find("take 0"));
        }

        Assert.True(new DirectoryInfo(_folder).EnumerateFiles().Sum(file => file.Length) <= 250_000);
        Assert.Null(shelf.Find("take 1"));
        Assert.NotNull(shelf.Find("take 11"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_nothing()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "in the way");
        var shelf = new TakeShelf(file, 1 << 20, _time);
        shelf.Keep("a", Take(10, 1));
        Assert.Null(shelf.Find("a"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SungPhrase Take(int samples, int seed) =>
        new(
            1.25,
            [.. Enumerable.Range(0, samples).Select(i => (float)Math.Sin(i * (seed + 1)))],
            [new PhoneTiming("ow", 1.5, 1.75, 0)],
            [new WordTiming("oh", 1.5, 1.75)]
        );
}
