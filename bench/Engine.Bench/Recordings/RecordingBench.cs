using System.Diagnostics;
using System.Globalization;
using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Ingest;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>
/// Measures edits of recordings: songs of ours go through an MP3 encoder and are treated as anybody's. The rows say how far the rest stays, how new
/// parts fit in level, colour, tempo and key, and what it costs.
/// </summary>
internal sealed class RecordingBench(EmbeddedEngine engine, string folder)
{
    private const double ExtendAt = 30;
    private const double Near = 12;

    private const string Words =
        "[verse]\nThe evening falls on empty stations\nAnd I am walking in the rain\nI hear the distant conversations\n"
        + "And every whistle of the train\n[chorus]\nHold the light until the morning\nHold the light for me";

    private static readonly (string Name, Meter Meter, double Bpm)[] s_songs =
    [
        ("pop", Meter.Common, 104),
        ("folk", new Meter(3, 4), 132),
        ("rock", Meter.Common, 126),
        ("jazz", new Meter(6, 8), 72),
        ("reggae", Meter.Common, 78),
        ("disco", Meter.Common, 118),
        ("bgm-corporate", Meter.Common, 96),
    ];

    private readonly List<string> _heard = [];
    private readonly List<string> _fits = [];
    private readonly List<string> _costs = [];

    /// <summary>Measures and records.</summary>
    public async Task RunAsync()
    {
        foreach (var (name, meter, bpm) in s_songs)
        {
            var song = BenchSong.Set("bench/lyrics").First(song => song.Name == name);
            var brief = song.Brief with { Seconds = 60, Meter = meter, Bpm = bpm, Clarity = null };
            await MeasureAsync(name, brief, Path.Combine(folder, "recordings", name));
            Console.WriteLine(name);
        }

        var report = Lines();
        await File.WriteAllLinesAsync("bench/results/recordings.md", report);
        report.ForEach(Console.WriteLine);
    }

    private async Task MeasureAsync(string name, SongBrief brief, string own)
    {
        var source = await MakeAsync(SongOrder.Compose(brief), null, null, Path.Combine(own, "source"));
        var recording = await ForeignAsync(own);
        var listened = await MakeAsync(
            new SongOrder(OrderKind.Understand, new SongBrief { Seed = 1 }),
            null,
            recording,
            Path.Combine(own, "heard")
        );
        var heard = listened.Song;
        _heard.Add(
            Row(
                $"| {name} | {brief.Bpm:F0}, {brief.Meter}, {source.Song.Key} | {heard.Brief.Bpm:F1}, {heard.Meter}, {heard.Key} | {heard.Style} | {heard.Sections.Length} | {Gender(source.Song)} | {Gender(heard)} |"
            )
        );
        var whole = Wave.Read(recording);
        var sung = !heard.Vocals.IsEmpty;
        var words = new SongBrief
        {
            IsVocal = sung,
            Lyrics = sung ? Words : "",
            Seed = 31,
        };
        var extended = await EditAsync(
            new SongOrder(OrderKind.Extend, words with { Seconds = 30 }) { FromSeconds = ExtendAt, IsWhole = true }
        );
        var replaced = await EditAsync(
            new SongOrder(OrderKind.Replace, words with { Lyrics = "" }) { FromSeconds = 20, ToSeconds = 32 }
        );
        var sound = await EditAsync(new SongOrder(OrderKind.SwapSound, new SongBrief { Genres = ["Rock"], Seed = 31 }));
        var vocals = await EditAsync(
            new SongOrder(OrderKind.SwapVocals, words with { IsVocal = true, Lyrics = Words })
        );
        var cover = await EditAsync(new SongOrder(OrderKind.Cover, words with { Genres = ["Folk"] }));
        var split = await EditAsync(
            new SongOrder(OrderKind.Stems, new SongBrief()) { Split = StemSplit.Full },
            isClip: false
        );
        _fits.Add(Fit(name, whole, heard, extended, replaced));
        _costs.Add(
            Row(
                $"| {name} | {listened.Seconds:F1} | {extended.Seconds:F1} | {replaced.Seconds:F1} | {sound.Seconds:F1} | {vocals.Seconds:F1} | {cover.Seconds:F1} | {split.Seconds:F1} |"
            )
        );

        Task<Made> EditAsync(SongOrder order, bool isClip = true) =>
            MakeAsync(order, heard, recording, Path.Combine(own, order.Kind.ToString()), isClip);
    }

    private static string Fit(string name, AudioBuffer whole, Song heard, Made extended, Made replaced)
    {
        var join = new TimeMap(extended.Song.Tempos).SecondsAt(extended.Song.Recording!.Spans[^1].To);
        var before = Part(whole, join - Near, join);
        var after = Part(extended.Master!, join, join + Near);
        var step = LoudnessMeter.Of(after).Integrated - LoudnessMeter.Of(before).Integrated;
        var own = LoudnessMeter.Of(Part(whole, join, join + Near)).Integrated - LoudnessMeter.Of(before).Integrated;
        var (near, far) = (SongAnalyser.Analyse(after), SongAnalyser.Analyse(Part(whole, 0, join)));
        var cut = replaced.Song.Recording!.Spans;
        var map = new TimeMap(replaced.Song.Tempos);
        var (from, to) = (map.SecondsAt(cut[0].To), map.SecondsAt(cut[^1].From));
        var beat = 60 / heard.Brief.Bpm!.Value;
        var residue = new Residue(whole, replaced.Master!);
        var outside = Math.Max(residue.Peak(0, from - 0.1), residue.Peak(to + 1.5 * beat, 1000));
        return Row(
            $"| {name} | {join:F2} | {step:F1} | {own:F1} | {Colour(near, far):F1} | {Colour(SongAnalyser.Analyse(Part(whole, join, whole.Seconds)), far):F1} | {near.Tempo.Bpm:F1} | {Name(near.Key)} | {from:F2} to {to:F2} | {outside:F0} |"
        );
    }

    // Root of the mean square over octaves, each sound's own level left out.
    private static double Colour(AnalysisDocument one, AnalysisDocument other)
    {
        var bands = one
            .Spectrum.Zip(other.Spectrum)
            .Where(pair => pair.First is { LevelDb: not null, Hz: > 60 and < 9000 } && pair.Second.LevelDb is not null)
            .Select(pair => pair.First.LevelDb!.Value - pair.Second.LevelDb!.Value)
            .ToList();
        var mean = bands.Average();
        return Math.Sqrt(bands.Average(band => (band - mean) * (band - mean)));
    }

    private static string Name(KeyFacts key) =>
        key.Tonic is { } tonic ? new Key(tonic, key.Mode == "minor" ? Mode.Minor : Mode.Major).ToString() : "none";

    private static string Gender(Song song) => song.Voice is { } voice ? $"{voice.Gender}, {voice.Timbre}" : "nobody";

    private static AudioBuffer Part(AudioBuffer sound, double from, double to)
    {
        var first = Math.Clamp((int)(from * sound.Rate), 0, sound.Length);
        var part = new AudioBuffer(Math.Clamp((int)(to * sound.Rate), first, sound.Length) - first, sound.Rate);
        sound.Left.AsSpan(first, part.Length).CopyTo(part.Left);
        sound.Right.AsSpan(first, part.Length).CopyTo(part.Right);
        return part;
    }

    private static async Task<string> ForeignAsync(string own)
    {
        var path = Path.Combine(own, "foreign.wav");
        using var writer = new WavWriter(File.Create(path), 2, SampleRate.House, WavFormat.Pcm16);
        await new AudioIngest().DecodeAsync(Path.Combine(own, "source", "master.mp3"), writer.Write);
        return path;
    }

    private async Task<Made> MakeAsync(SongOrder order, Song? source, string? recording, string own, bool isClip = true)
    {
        if (Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }

        Directory.CreateDirectory(own);
        var request = new MakeRequest(order, own, false, true) { Source = source, Recording = recording };
        var start = Stopwatch.GetTimestamp();
        await engine.MakeAsync(request, new Progress<MakeProgress>(), default);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (!isClip)
        {
            return new Made(source!, null, seconds);
        }

        await using var file = File.OpenRead(Path.Combine(own, "song.json"));
        var master = Path.Combine(own, "master.wav");
        return new Made(SongFile.Read(file), File.Exists(master) ? Wave.Read(master) : null, seconds);
    }

    private List<string> Lines() =>
        [
            "# Edits of recordings",
            "",
            "Seven songs of 60 s of the engine go through an MP3 encoder of 192 kbit/s and are then treated as anybody's (`Engine.Bench recordings`).",
            "They are easier than recordings of people; the separation network was trained on songs of the same engine.",
            "",
            "## What was heard",
            "",
            "| song | tempo, metre, key | heard | style guessed | sections | voice | the one of ours that was chosen |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            .. _heard,
            "",
            "## How new parts fit",
            "",
            "An extension from 30 s on: loudness of its first 12 s against the recording's last 12 (LU), beside what the recording itself does there; distance of",
            "its spectrum from the recording's before the join (dB, root of the mean square over octaves from 63 Hz to 8 kHz), beside that of the recording's own second",
            "half; tempo and key of it as analysis hears them. A replacement: its bars, and the largest difference to the recording elsewhere",
            "(dBFS; -84 is the last bit twice, dithered), from a tenth of a second before it to a beat and a half behind it.",
            "",
            "| song | join at | step | recording's own | colour | recording's own | tempo | key | replaced | elsewhere |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            .. _fits,
            "",
            "## Seconds of work",
            "",
            "Wall clock of one clip with its MP3; the whole for stems and listening.",
            "",
            "| song | listening | extension | replacement | other band | other voice | cover | twelve stems |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |",
            .. _costs,
        ];

    private static string Row(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);

    private sealed record Made(Song Song, AudioBuffer? Master, double Seconds);
}
