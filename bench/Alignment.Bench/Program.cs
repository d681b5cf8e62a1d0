using System.Globalization;
using System.Text;
using Troubadour.Alignment;
using Troubadour.Alignment.Bench;
using Troubadour.Audio;
using Troubadour.Lyrics;
using Troubadour.Separation;
using Troubadour.Singing;

// Usage: Alignment.Bench FOLDER; run from the repository's root. Each folder in FOLDER is a song as "troubadour make" writes it.
if (args.Length == 0)
{
    Console.Error.WriteLine("Alignment.Bench FOLDER");
    return 2;
}

const string Voice = "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";
var songs = Directory
    .EnumerateDirectories(args[0])
    .Where(folder => File.Exists(Path.Combine(folder, "lyrics.json")))
    .OrderBy(folder => folder.Length)
    .ThenBy(folder => folder, StringComparer.Ordinal)
    .Select(SungSong.Read)
    .ToList();
using var separator = Separator.Load(Path.Combine("models", "separation.onnx"));
var pronouncer = Pronouncer.Load("/usr/share/festival/dicts/cmu/cmudict-0.4.out");
var singer = new Singer(HtsVoice.Load(Voice));
var methods = new (string Name, WordAligner Aligner)[]
{
    ("recogniser alone", new(new AlignmentOptions { UseSinger = false }, pronouncer)),
    ("singer alone", new(new AlignmentOptions { UseRecogniser = false }, pronouncer, () => singer)),
    ("both, as shipped", new(new AlignmentOptions(), pronouncer, () => singer)),
};
var scores = new Dictionary<string, Score>();
foreach (var (i, song) in songs.Index())
{
    var separated = song.SeparatedVoice(separator);
    var other = songs[(i + 1) % songs.Count];
    foreach (var (name, aligner) in methods)
    {
        Measure($"true voice, {name}", aligner, song.TrueVoice(), Case.Sung(song));
        Measure($"separated voice, {name}", aligner, separated, Case.Sung(song), song.Name);
        Measure($"separated voice, lyrics lack every sixth line, {name}", aligner, separated, Case.Lacking(song));
        Measure(
            $"separated voice, every seventh line is not sung, {name}",
            aligner,
            separated,
            Case.Padded(song, other)
        );
    }
}

var table = new StringBuilder(
    "| voice, lyrics, method | median s | mean s | within .1 s | .3 s | .5 s | found | found but not sung | CPU s a minute |\n"
);
table.Append("|---|---|---|---|---|---|---|---|---|\n");
foreach (var (name, score) in scores)
{
    table.Append(CultureInfo.InvariantCulture, $"{score.Row(name)}\n");
}

Console.WriteLine(table);
return 0;

void Measure(string name, WordAligner aligner, AudioBuffer voice, Case asked, string? song = null)
{
    var score = scores.TryGetValue(name, out var known) ? known : scores[name] = new Score();
    var before = Cpu.Seconds();
    var found = aligner.Align(voice, asked.Lyrics);
    var spent = Cpu.Seconds() - before;
    score.Cpu += spent;
    score.Minutes += voice.Seconds / 60;
    score.Add([.. found.Words], asked.Starts);
    if (song is not null)
    {
        var alone = new Score { Cpu = spent, Minutes = voice.Seconds / 60 };
        alone.Add([.. found.Words], asked.Starts);
        Console.WriteLine(alone.Row($"{song}: {name}"));
        if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
        {
            File.AppendAllLines(
                dump,
                found.Words.Select(
                    (w, k) =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{song} {w.Method} {w.Text} {w.Confidence:0.000} {w.Start:0.00} {asked.Starts[k]:0.00} {Math.Abs(w.Start - asked.Starts[k]!.Value):0.00}"
                        )
                )
            );
        }
    }
}
