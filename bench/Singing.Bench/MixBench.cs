using System.Globalization;
using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>Word error rates of whole songs, line by line, in the stem of the voices and in the master.</summary>
internal sealed class MixBench(VoiceBench bench, string folder)
{
    private const double Margin = 0.3;
    private const string Lyrics = "bench/lyrics";

    private static readonly (string Name, string Genre, string Mood, Gender Gender)[] Songs =
    [
        ("harbour", "Folk", "Nostalgic/Memory", Gender.Female),
        ("tonight", "Rock", "Dynamic/Energetic", Gender.Male),
        ("lanterns", "Pop", "Dynamic/Energetic", Gender.Female),
        ("harbour", "R&B/Soul", "Sorrow/Sad", Gender.Male),
    ];

    /// <summary>The words of the songs and the distractors.</summary>
    private static SearchSettings Settings { get; } =
        VoiceBench.Closed with
        {
            Vocabulary =
            [
                .. Songs
                    .SelectMany(s => SungLines(s.Name))
                    .SelectMany(WordErrors.Split)
                    .Concat(BenchLines.Distractors)
                    .Distinct(),
            ],
        };

    /// <summary>Makes four songs and listens to them.</summary>
    public async Task<(WordCount Stem, WordCount Master)> RunAsync()
    {
        using var engine = new EmbeddedEngine(
            new EngineOptions
            {
                SoundBank = DebianParts.SoundBank(),
                Voice = DebianParts.Voice,
                Dictionary = DebianParts.Dictionary,
                Styles = Path.Combine(AppContext.BaseDirectory, "styles"),
                Patches = Path.Combine(AppContext.BaseDirectory, "patches"),
            },
            TimeProvider.System
        );
        var (stem, master) = (new List<Recording>(), new List<Recording>());
        for (var i = 0; i < Songs.Length; i++)
        {
            Console.Error.WriteLine($"{Songs[i].Name} ...");
            var target = Directory
                .CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"song{i}")))
                .FullName;
            var request = new MakeRequest(SongOrder.Compose(Brief(i)), target, true, false);
            await engine.MakeAsync(request, new Progress<MakeProgress>(), CancellationToken.None);
            stem.AddRange(Cut(target, Path.Combine("stems", "vocals.wav"), $"stem{i}"));
            master.AddRange(Cut(target, "master.wav", $"master{i}"));
        }

        RecordingFolder.Write(folder, [.. stem, .. master]);
        return (bench.Words(stem, Settings), bench.Words(master, Settings));
    }

    private static SongBrief Brief(int song) =>
        new()
        {
            Lyrics = File.ReadAllText(Path.Combine(Lyrics, Songs[song].Name + ".txt")),
            Genres = [Songs[song].Genre],
            Moods = [Songs[song].Mood],
            Gender = Songs[song].Gender,
            Timbre = Timbre.Warm,
            Seconds = 110,
            Seed = 7,
        };

    private static IEnumerable<string> SungLines(string name) =>
        File.ReadLines(Path.Combine(Lyrics, name + ".txt")).Where(l => !l.StartsWith('['));

    private static IEnumerable<Recording> Cut(string target, string file, string name)
    {
        var times = JsonSerializer.Deserialize<LyricTimes>(
            File.ReadAllText(Path.Combine(target, "lyrics.json")),
            JsonSerializerOptions.Web
        )!;
        using var stream = File.OpenRead(Path.Combine(target, file));
        var sound = WavReader.Read(stream, int.MaxValue);
        var mono = sound.ToMono();
        return
        [
            .. times.Lines.Select(
                (line, i) =>
                {
                    var from = (int)(Math.Max(0, line.Start - Margin) * sound.Rate);
                    var to = Math.Min(mono.Length, (int)((line.End + Margin) * sound.Rate));
                    var words = WordErrors.Split(line.Text);
                    return new Recording(
                        string.Create(CultureInfo.InvariantCulture, $"{name}-{i:00}"),
                        [.. words],
                        mono[from..Math.Max(from, to)],
                        sound.Rate,
                        []
                    );
                }
            ),
        ];
    }
}
