using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

/// <summary>Songs that were written by ear from a recording, and every edit of them. The recording is one of our own masters, whose score nobody tells.</summary>
public sealed class RecordingTests(RecordingFixture fixture) : IClassFixture<RecordingFixture>
{
    // A 16-bit step, twice: the recording is read and dithered again.
    private const double Steps = -84;

    private const string Words = "[verse]\nAll the stars are out tonight\nAll the streets are full of light";

    [Fact]
    public void The_song_stands_for_the_recording()
    {
        var (heard, whole) = (fixture.Heard, fixture.Recorded);
        Assert.True(heard.Recording!.IsWhole);
        Assert.Equal(whole.Seconds, heard.Seconds, 6);
        Assert.Equal("4/4", heard.Meter.ToString());
        Assert.NotEmpty(heard.Vocals);
        Assert.Equal(Gender.Female, heard.Voice!.Value.Gender);
        Assert.Contains(heard.Parts, part => part.Role == PartRole.Drums);
        Assert.Contains(heard.Parts, part => part.Role == PartRole.Bass);
    }

    [Fact]
    public void The_analysis_lies_beside_the_song()
    {
        using var file = File.OpenRead(Path.Combine(fixture.HeardFolder, "analysis.json"));
        var document = AnalysisFile.Read(file);
        var map = new TimeMap(fixture.Heard.Tempos);
        var bar = fixture.Heard.Meter.TicksPerBar;
        // A first bar that begins with the sound begins at tick 0, a little before its beat.
        foreach (var downbeat in document.Downbeats.Seconds.Where(second => second > 0.3))
        {
            var bars = map.TickAt(downbeat) / bar;
            Assert.InRange(Math.Abs(bars - Math.Round(bars)) * bar, 0, 4);
        }
    }

    [Fact]
    public async Task What_is_known_is_believed()
    {
        var known = new SongBrief
        {
            Bpm = fixture.Heard.Brief.Bpm,
            Key = new Key(4, Mode.Minor),
            Meter = new Meter(3, 4),
        };
        var (_, folder) = await fixture.MakeAsync(new SongOrder(OrderKind.Understand, known), null);
        var heard = Clip.Song(folder);
        Assert.Equal(("3/4", 4, true), (heard.Meter.ToString(), heard.Key.Tonic, heard.Key.IsMinor));
    }

    [Fact]
    public async Task A_replaced_stretch_leaves_the_rest_of_the_recording()
    {
        var song = fixture.Heard;
        var (from, to) = fixture.Bars(3, 6);
        var order = new SongOrder(
            OrderKind.Replace,
            new SongBrief { Lyrics = "[verse]\nSomething new is here", Seed = 3 }
        )
        {
            FromSeconds = from,
            ToSeconds = to,
        };
        var (_, folder) = await fixture.MakeAsync(order, song);
        var (before, after) = (fixture.Recorded, Clip.Master(folder));
        Assert.Equal(before.Length, after.Length);
        var beat = 60 / song.Brief.Bpm!.Value * 2;
        Assert.InRange(Clip.Difference(before, after, 0, Frame(from - beat)), -200, Steps);
        Assert.InRange(Clip.Difference(before, after, Frame(to + 2 * beat), before.Length), -200, Steps);
        Assert.InRange(Clip.Difference(before, after, Frame(from + 0.5), Frame(to - 0.5)), -30, 6);
        Assert.DoesNotContain(Clip.Song(folder).Recording!.Spans, span => span.Heard != RecordedSound.Whole);
    }

    [Fact]
    public async Task An_extension_goes_on_from_the_recording_and_is_as_loud()
    {
        var (at, _) = fixture.Bars(4, 5);
        var order = new SongOrder(OrderKind.Extend, new SongBrief { Lyrics = Words, Seed = 3 })
        {
            FromSeconds = at,
            IsWhole = true,
        };
        var (made, folder) = await fixture.MakeAsync(order, fixture.Heard);
        var (before, after) = (fixture.Recorded, Clip.Master(folder));
        var song = Clip.Song(folder);
        var join = new TimeMap(song.Tempos).SecondsAt(song.Recording!.Spans[^1].To);
        Assert.InRange(join, at - 4, at + 4);
        Assert.InRange(Clip.Difference(before, after, 0, Frame(join - 0.06)), -200, Steps);
        var fresh = Part(after, Frame(join), after.Length);
        Assert.InRange(LoudnessMeter.Of(fresh).Integrated, -18, -11);
        Assert.Contains("stars", made.Lyrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clip_of_an_extension_is_the_end_of_its_whole()
    {
        var (at, _) = fixture.Bars(4, 5);
        var order = new SongOrder(OrderKind.Extend, new SongBrief { Lyrics = Words, Seed = 3 }) { FromSeconds = at };
        var (part, _) = await fixture.MakeAsync(order, fixture.Heard);
        var (_, folder) = await fixture.MakeAsync(order, fixture.Heard);
        var (joined, whole) = await fixture.MakeAsync(
            new SongOrder(OrderKind.Join, new SongBrief()),
            Clip.Song(folder)
        );
        var (tail, all) = (Clip.Master(folder), Clip.Master(whole));
        Assert.Equal(joined.Seconds - part.Seconds, (double)(all.Length - tail.Length) / SampleRate.House, 3);
        var shift = all.Length - tail.Length;
        Assert.InRange(Clip.Difference(all, tail, shift + SampleRate.House, all.Length, shift), -240, -80);
    }

    [Fact]
    public async Task Exchanged_vocals_sing_the_words_given_over_the_recorded_band()
    {
        var order = new SongOrder(
            OrderKind.SwapVocals,
            new SongBrief
            {
                Lyrics = Words,
                Gender = Gender.Male,
                Seed = 3,
            }
        );
        var (made, folder) = await fixture.MakeAsync(order, fixture.Heard);
        var song = Clip.Song(folder);
        Assert.Equal(RecordedSound.Band, Assert.Single(song.Recording!.Spans).Heard);
        Assert.Equal(Gender.Male, made.Gender);
        Assert.Contains(song.Vocals, phrase => phrase.Text.StartsWith("All the stars", StringComparison.Ordinal));
        var master = Clip.Master(folder);
        Assert.Equal(fixture.Recorded.Length, master.Length);
        Assert.InRange(LoudnessMeter.Of(master).Integrated, -14.5, -13.5);
    }

    [Fact]
    public async Task Exchanged_sound_keeps_the_recorded_voice()
    {
        var order = new SongOrder(OrderKind.SwapSound, new SongBrief { Genres = ["Rock"], Seed = 3 });
        var (_, folder) = await fixture.MakeAsync(order, fixture.Heard);
        var song = Clip.Song(folder);
        Assert.Equal(RecordedSound.Voices, Assert.Single(song.Recording!.Spans).Heard);
        Assert.NotEmpty(song.Parts);
        Assert.InRange(LoudnessMeter.Of(Clip.Master(folder)).Integrated, -14.5, -13.5);
    }

    [Theory]
    [InlineData(StemSplit.Basic)]
    [InlineData(StemSplit.Full)]
    public async Task Stems_of_a_recording_sum_to_it(StemSplit split)
    {
        var order = new SongOrder(OrderKind.Stems, new SongBrief()) { Split = split };
        var (_, folder) = await fixture.MakeAsync(order, fixture.Heard);
        AssertSum(folder, split, fixture.Recorded);
    }

    [Fact]
    public async Task Stems_of_an_edited_recording_sum_to_the_edit()
    {
        var swap = new SongOrder(OrderKind.SwapVocals, new SongBrief { Lyrics = Words, Seed = 3 });
        var (_, swapped) = await fixture.MakeAsync(swap, fixture.Heard);
        var order = new SongOrder(OrderKind.Stems, new SongBrief()) { Split = StemSplit.Basic };
        var (_, folder) = await fixture.MakeAsync(order, Clip.Song(swapped));
        AssertSum(folder, StemSplit.Basic, Clip.Master(swapped));
    }

    [Fact]
    public async Task A_remaster_of_a_recording_is_another_master_of_it()
    {
        var (_, folder) = await fixture.MakeAsync(Orders.Remaster(3, 2), fixture.Heard);
        var master = Clip.Master(folder);
        Assert.Equal(fixture.Recorded.Length, master.Length);
        Assert.InRange(LoudnessMeter.Of(master).Integrated, -14.5, -13.5);
        Assert.InRange(Clip.Difference(fixture.Recorded, master, 0, master.Length), -50, 6);
    }

    [Fact]
    public async Task A_cover_sings_the_words_given_to_the_tune_that_was_heard()
    {
        var order = new SongOrder(
            OrderKind.Cover,
            new SongBrief
            {
                Lyrics = Words,
                Genres = ["Folk"],
                Seed = 3,
            }
        );
        var (made, folder) = await fixture.MakeAsync(order, fixture.Heard);
        var song = Clip.Song(folder);
        Assert.Null(song.Recording);
        Assert.Contains("stars", made.Lyrics, StringComparison.Ordinal);
        Assert.NotEmpty(song.Vocals);
    }

    [Fact]
    public async Task An_excerpt_is_the_recorded_voice()
    {
        var (from, to) = fixture.SungSpan();
        var (made, folder) = await fixture.MakeAsync(Orders.Voice(from, to), fixture.Heard);
        Assert.Equal(to - from, made.Seconds, 1);
        Assert.InRange(LoudnessMeter.Of(Clip.Master(folder)).Integrated, -20, -12);
    }

    [Fact]
    public async Task Given_words_are_found_in_the_recording()
    {
        var order = new SongOrder(OrderKind.Align, new SongBrief { Lyrics = EngineFixture.Sung.Lyrics });
        var (_, folder) = await fixture.MakeAsync(order, fixture.Heard);
        using var file = File.OpenRead(Path.Combine(folder, "lyrics.json"));
        var words = LyricTimes.Read(file).Lines.SelectMany(line => line.Words).ToList();
        var truth = fixture.TrueWords();
        Assert.Equal(truth.Select(word => word.Word.ToLowerInvariant()), words.Select(w => w.Word.ToLowerInvariant()));
        var errors = truth.Zip(words, (t, w) => Math.Abs(t.Start - w.Start)).Order().ToList();
        Assert.InRange(errors[errors.Count / 2], 0, 0.3);
    }

    [Fact]
    public void A_voice_that_nobody_heard_cannot_be_exchanged_without_words()
    {
        var quiet = fixture.Heard with { Vocals = [], Voice = null, Lyrics = "" };
        Assert.Throws<SongRefusedException>(() =>
            fixture.Engine.Prepare(new SongOrder(OrderKind.SwapVocals, new SongBrief { Seed = 1 }), quiet)
        );
        var words = new SongBrief { Lyrics = Words, Seed = 1 };
        Assert.True(fixture.Engine.Prepare(new SongOrder(OrderKind.SwapVocals, words), quiet).IsVocal);
        fixture.Engine.Prepare(new SongOrder(OrderKind.SwapSound, new SongBrief { Seed = 1 }), quiet);
    }

    private static int Frame(double seconds) => (int)(Math.Max(0, seconds) * SampleRate.House);

    private static AudioBuffer Part(AudioBuffer sound, int from, int to)
    {
        var part = new AudioBuffer(to - from);
        sound.Left.AsSpan(from, to - from).CopyTo(part.Left);
        sound.Right.AsSpan(from, to - from).CopyTo(part.Right);
        return part;
    }

    private static void AssertSum(string folder, StemSplit split, AudioBuffer whole)
    {
        var sum = new AudioBuffer(whole.Length);
        foreach (var name in StemNames.Of(split))
        {
            var stem = Clip.Master(Path.Combine(folder, StemNames.Folder(name)));
            for (var i = 0; i < sum.Length; i++)
            {
                sum.Left[i] += stem.Left[i];
                sum.Right[i] += stem.Right[i];
            }
        }

        Assert.InRange(Clip.Difference(whole, sum, 0, whole.Length), -200, Steps);
    }
}
