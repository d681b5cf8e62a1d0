using System.Diagnostics;
using System.Runtime.Versioning;
using Troubadour.Analysis;
using Troubadour.Audio;

namespace Troubadour.Alignment.Tests;

public class WordAlignerTests
{
    private const string Chinese = "月亮代表我的心\n你问我爱你有多深";

    [Fact]
    public void The_recogniser_finds_every_word_where_it_was_sung() =>
        CheckNear(Fixtures.RecogniserAlone(), AlignmentMethod.Recogniser);

    [Fact]
    public void The_singer_finds_every_word_where_it_was_sung() =>
        CheckNear(Fixtures.SingerAlone(), AlignmentMethod.Singer);

    [Fact]
    public void Chinese_is_found_by_the_singer()
    {
        var (voice, starts) = Fixtures.Sing(Chinese, [1, 6], 12);
        var found = Fixtures.Aligner().Align(voice, Chinese);
        Fixtures.CheckLaws(found, Chinese, voice.Seconds);
        Assert.All(found.Words, word => Assert.Equal(AlignmentMethod.Singer, word.Method));
        Assert.True(Error(found, starts).Order().ElementAt(starts.Length / 2) < 0.1);
    }

    [Fact]
    public void A_line_that_nobody_sings_is_not_found()
    {
        var lyrics = Fixtures.Lyrics.Replace("Hold", "Nobody remembers yesterday\nHold", StringComparison.Ordinal);
        var found = Fixtures.RecogniserAlone().Align(Fixtures.Song.Voice, lyrics);
        Fixtures.CheckLaws(found, lyrics, Fixtures.Song.Voice.Seconds);
        Assert.Equal([true, false, true, true], found.Lines.Select(line => line.Words.All(word => word.Success)));
        Assert.All(found.Lines[1].Words, word => Assert.False(word.Success));
        Assert.InRange(found.Lines[2].Start, 7.2, 7.8);
    }

    [Fact]
    public void A_sung_line_that_is_not_in_the_lyrics_moves_no_other()
    {
        var lyrics = Fixtures.Lyrics.Replace("Hold my hand until the morning\n", "", StringComparison.Ordinal);
        var found = Fixtures.RecogniserAlone().Align(Fixtures.Song.Voice, lyrics);
        Assert.InRange(found.Lines[0].End, 5, 7);
        Assert.InRange(found.Lines[1].Start, 11.7, 12.3);
    }

    [Fact]
    public void The_same_song_gives_the_same_times_on_many_threads()
    {
        var (recogniser, singer) = (Fixtures.RecogniserAlone(), Fixtures.SingerAlone());
        var found = new AlignedLyrics[4];
        Parallel.For(
            0,
            4,
            i => found[i] = (i % 2 == 0 ? recogniser : singer).Align(Fixtures.Song.Voice, Fixtures.Lyrics)
        );
        Assert.Equal(found[0].Words, found[2].Words);
        Assert.Equal(found[1].Words, found[3].Words);
    }

    [Fact]
    public void A_song_without_a_voice_has_its_words_spread_with_no_confidence()
    {
        var silence = new AudioBuffer(10 * SampleRate.House);
        var found = Fixtures.Aligner().Align(silence, Fixtures.Lyrics);
        Fixtures.CheckLaws(found, Fixtures.Lyrics, silence.Seconds);
        Assert.All(found.Words, word => Assert.Equal(AlignmentMethod.Spread, word.Method));
    }

    [Fact]
    public void Words_that_are_not_found_lie_where_the_hints_hear_a_voice()
    {
        var hints = new AlignmentHints { Voiced = [new TimeSpanSeconds(4, 5), new TimeSpanSeconds(7, 8)] };
        var nothing = new AlignmentOptions { UseRecogniser = false, UseSinger = false };
        var found = Fixtures.Aligner(nothing).Align(Fixtures.Song.Voice, Fixtures.Lyrics, hints);
        Assert.All(found.Words, word => Assert.True(word.Start is >= 4 and < 5 or >= 7 and < 8, $"{word}"));
    }

    [Theory]
    [InlineData("no-such-program", "/usr/share/pocketsphinx/model/en-us/en-us")]
    [InlineData("pocketsphinx_batch", "/nowhere")]
    public void Without_the_recogniser_the_singer_finds_the_words(string program, string model)
    {
        var folder = Directory.CreateTempSubdirectory();
        var options = new AlignmentOptions
        {
            Recogniser = program,
            AcousticModel = model,
            WorkFolder = folder.FullName,
        };
        var found = Fixtures.Aligner(options).Align(Fixtures.Song.Voice, Fixtures.Lyrics);
        Assert.All(found.Words, word => Assert.Equal(AlignmentMethod.Singer, word.Method));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Cancelling_kills_the_recogniser_and_leaves_nothing()
    {
        var folder = Directory.CreateTempSubdirectory();
        var script = Path.Combine(Path.GetTempPath(), $"slow-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(script, "#!/bin/sh\necho $$ > pid.tmp; mv pid.tmp pid; exec sleep 600\n");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_000_000);
        var options = new AlignmentOptions { Recogniser = script, WorkFolder = folder.FullName };
        using var cancellation = new CancellationTokenSource();
        var work = Task.Run(() =>
            Fixtures.RecogniserAlone(options).Align(Fixtures.Song.Voice, Fixtures.Lyrics, null, cancellation.Token)
        );
        string[] files;
        while ((files = Directory.GetFiles(folder.FullName, "pid", SearchOption.AllDirectories)).Length == 0)
        {
            Assert.False(work.IsCompleted, "It ended before the recogniser did.");
            await Task.Delay(10);
        }

        var id = int.Parse(await File.ReadAllTextAsync(files[0]), System.Globalization.CultureInfo.InvariantCulture);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
        File.Delete(script);
    }

    [Fact]
    public void When_time_is_up_the_words_are_spread()
    {
        var options = new AlignmentOptions { WallTime = TimeSpan.Zero };
        var found = Fixtures.Aligner(options).Align(Fixtures.Song.Voice, Fixtures.Lyrics);
        Fixtures.CheckLaws(found, Fixtures.Lyrics, Fixtures.Song.Voice.Seconds);
        Assert.All(found.Words, word => Assert.False(word.Success));
    }

    [Fact]
    public void A_recogniser_that_may_use_no_memory_is_as_good_as_none()
    {
        var options = new AlignmentOptions { RecogniserMemoryBytes = 1 << 20 };
        var found = Fixtures.RecogniserAlone(options).Align(Fixtures.Song.Voice, Fixtures.Lyrics);
        Assert.All(found.Words, word => Assert.False(word.Success));
    }

    [Fact]
    public void Samples_that_are_no_numbers_do_no_harm()
    {
        var voice = new AudioBuffer(SampleRate.House);
        Array.Fill(voice.Left, float.NaN);
        Array.Fill(voice.Right, float.PositiveInfinity);
        Fixtures.CheckLaws(Fixtures.Aligner().Align(voice, "la la"), "la la", 1);
    }

    [Fact]
    public void An_empty_or_endless_voice_is_refused()
    {
        var aligner = Fixtures.Aligner(new AlignmentOptions { MaxSeconds = 1 });
        Assert.Throws<ArgumentException>(() => aligner.Align(new AudioBuffer(0), "la"));
        Assert.Throws<ArgumentException>(() => aligner.Align(new AudioBuffer(SampleRate.House + 1), "la"));
    }

    private static void CheckNear(WordAligner aligner, AlignmentMethod method)
    {
        var (voice, starts) = Fixtures.Song;
        var found = aligner.Align(voice, Fixtures.Lyrics);
        Fixtures.CheckLaws(found, Fixtures.Lyrics, voice.Seconds);
        Assert.Equal(3, found.Lines.Length);
        Assert.All(found.Words, word => Assert.Equal(method, word.Method));
        var errors = Error(found, starts).Order().ToList();
        Assert.InRange(errors[errors.Count / 2], 0, 0.04);
        Assert.InRange(errors[errors.Count - 4], 0, 0.15);
        Assert.InRange(errors[^1], 0, 0.5);
    }

    private static IEnumerable<double> Error(AlignedLyrics found, IEnumerable<double> starts) =>
        found.Words.Zip(starts, (word, start) => Math.Abs(word.Start - start));
}
