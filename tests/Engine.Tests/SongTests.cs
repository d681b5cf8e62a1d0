using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class SongTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_sung_song_has_its_files_its_length_and_its_loudness()
    {
        var (song, folder) = await fixture.MakeAsync(EngineFixture.Sung);

        var master = Read(folder);
        Assert.Equal(24.0, master.Seconds, 3);
        Assert.Equal(24.0, song.Seconds, 3);
        Assert.InRange(LoudnessMeter.Of(master).Integrated, -14.5, -13.5);
        Assert.True(TruePeakMeter.Of(master).Decibels <= -2.0);
        Assert.Equal(44100, master.Rate);
        Assert.Equal(16, Bits(folder));
        Assert.All(
            new[] { "song.json", "song.mid", "lyrics.json", "report.json", "cover.jpg" },
            name => Assert.True(File.Exists(Path.Combine(folder, name)))
        );
        Assert.Equal("Pop", song.Genre);
        Assert.StartsWith("[verse]\nThe morning light is on the water\n", song.Lyrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_times_hold_every_word_once_in_order_and_under_the_master()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "lyrics.json")));
        var words = json
            .RootElement.GetProperty("lines")
            .EnumerateArray()
            .SelectMany(line => line.GetProperty("words").EnumerateArray())
            .Select(word =>
                (
                    Text: word.GetProperty("word").GetString()!,
                    Start: word.GetProperty("start").GetDouble(),
                    End: word.GetProperty("end").GetDouble()
                )
            )
            .ToList();
        var text =
            "The morning light is on the water And every bird begins to sing We are going home We are going home";
        Assert.StartsWith(text, string.Join(' ', words.Select(word => word.Text)), StringComparison.Ordinal);
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.Start < pair.Second.Start));
        Assert.All(words, word => Assert.InRange(word.End, word.Start, 24));
    }

    [Fact]
    public async Task Stems_sum_to_the_master_within_80_dB_and_the_voice_sounds_under_every_word()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung, stems: true);

        var master = Read(folder);
        var stems = Directory.GetFiles(Path.Combine(folder, "stems"), "*.wav").Select(Open).ToList();
        var worst = 0.0;
        for (var i = 0; i < master.Length; i++)
        {
            worst += Square(stems.Sum(stem => stem.Left[i]) - master.Left[i]);
        }

        Assert.True(10 * Math.Log10(worst / master.Length) < -80);
        var voice = Open(Path.Combine(folder, "stems", "vocals.wav"));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "lyrics.json")));
        foreach (
            var word in json
                .RootElement.GetProperty("lines")
                .EnumerateArray()
                .SelectMany(l => l.GetProperty("words").EnumerateArray())
        )
        {
            var from = (int)(word.GetProperty("start").GetDouble() * 44100);
            var to = Math.Min(voice.Length, (int)(word.GetProperty("end").GetDouble() * 44100));
            var power = voice.Left.AsSpan(from, to - from).ToArray().Average(Square);
            Assert.True(10 * Math.Log10(power + 1e-12) > -40, word.GetProperty("word").GetString());
        }
    }

    [Fact]
    public async Task The_same_brief_gives_the_same_bytes_on_one_and_two_threads_and_in_a_second_engine()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        using var engine = EngineFixture.New(2);
        var (_, second) = await fixture.MakeAsync(EngineFixture.Sung, engine: engine);

        foreach (var name in new[] { "master.wav", "song.json", "song.mid", "lyrics.json", "cover.jpg" })
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(first, name)),
                await File.ReadAllBytesAsync(Path.Combine(second, name))
            );
        }
    }

    [Fact]
    public async Task Another_seed_gives_another_song()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Played);
        var (_, second) = await fixture.MakeAsync(EngineFixture.Played with { Seed = 4 });

        Assert.NotEqual(
            await File.ReadAllTextAsync(Path.Combine(first, "song.json")),
            await File.ReadAllTextAsync(Path.Combine(second, "song.json"))
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(9)]
    [InlineData(17)]
    public async Task An_instrumental_is_as_long_as_asked_and_ends_in_sound_that_dies_away(double seconds)
    {
        var (song, folder) = await fixture.MakeAsync(EngineFixture.Played with { Seconds = seconds });

        var master = Read(folder);
        Assert.Equal(seconds, master.Seconds, 2);
        Assert.Equal("", song.Lyrics);
        Assert.Null(song.Gender);
        Assert.True(master.Left.AsSpan(0, master.Length / 2).ToArray().Max(Math.Abs) > 0.05);
        Assert.True(master.Left.AsSpan(master.Length - 400).ToArray().Max(Math.Abs) < 0.05);
    }

    [Fact]
    public async Task The_song_document_comes_back_as_it_was()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);

        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "song.json"));
        var song = SongFile.Read(new MemoryStream(bytes));
        using var again = new MemoryStream();
        SongFile.Write(song, again);
        Assert.Equal(bytes, again.ToArray());
    }

    [Fact]
    public async Task Progress_never_falls_and_ends_at_one()
    {
        var seen = new List<double>();
        var folder = fixture.Folder();
        await fixture.Engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(EngineFixture.Sung), folder, false, false),
            new Collect(seen),
            CancellationToken.None
        );

        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
        Assert.True(seen.Count > 10);
    }

    [Fact]
    public async Task A_cancelled_song_stops()
    {
        using var source = new CancellationTokenSource();
        var folder = fixture.Folder();
        var making = fixture.Engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(EngineFixture.Sung with { Seconds = 120 }), folder, false, false),
            new CancelAt(source, 0.2),
            source.Token
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => making);
        Assert.False(File.Exists(Path.Combine(folder, "master.wav")));
    }

    private static double Square(float x) => (double)x * x;

    private static AudioBuffer Read(string folder) => Open(Path.Combine(folder, "master.wav"));

    private static AudioBuffer Open(string path)
    {
        using var file = File.OpenRead(path);
        return WavReader.Read(file, int.MaxValue).ToStereo();
    }

    private static int Bits(string folder)
    {
        var header = File.ReadAllBytes(Path.Combine(folder, "master.wav")).AsSpan(0, 44);
        return header[34];
    }

    private sealed class Collect(List<double> seen) : IProgress<MakeProgress>
    {
        public void Report(MakeProgress value)
        {
            lock (seen)
            {
                seen.Add(value.Fraction);
            }
        }
    }

    private sealed class CancelAt(CancellationTokenSource source, double fraction) : IProgress<MakeProgress>
    {
        public void Report(MakeProgress value)
        {
            if (value.Fraction >= fraction)
            {
                source.Cancel();
            }
        }
    }
}
