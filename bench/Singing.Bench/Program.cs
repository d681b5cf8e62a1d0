using System.Diagnostics;
using System.Globalization;
using System.Text;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Singing;
using Troubadour.Singing.Bench;

const string Voice = "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";
const string Dictionary = "/usr/share/festival/dicts/cmu/";

// Usage: Singing.Bench [tuning|test|all] [timbre] [results file] [folder to keep the takes in]
var set = args.ElementAtOrDefault(0) ?? "all";
var timbre = Enum.Parse<Timbre>(args.ElementAtOrDefault(1) ?? "Warm");
var report = new StringBuilder("# Singing: word error rates and speed\n\n");
var pronouncer = Pronouncer.Load(Dictionary + "cmudict-0.4.out", Dictionary + "cmu_lts_rules.scm");
var singer = new Singer(HtsVoice.Load(Voice));
var folder = args.ElementAtOrDefault(3) ?? Directory.CreateTempSubdirectory("singing-bench").FullName;
report.AppendLine(
    CultureInfo.InvariantCulture,
    $"""
    Timbre {timbre}, a cappella, plain tunes; pocketsphinx en-us, 16 kHz mono, `{Recogniser.Search}`; closed: a free loop of {BenchLines.Vocabulary.Length} words with word
    insertion penalty {Recogniser.ClosedPenalty}; open: its trigram model with {Recogniser.OpenPenalty}. The closed penalty was set on tuning lines, the open one guessed.

    """
);
report.AppendLine("| lines | gender | closed | open | s CPU / s voice |\n| --- | --- | --- | --- | --- |");
if (set is "tuning" or "all")
{
    Measure("tuning", BenchLines.Tuning);
}

if (set is "test" or "all")
{
    Measure("test", BenchLines.Test);
}

Console.Write(report);
if (args.ElementAtOrDefault(2) is { Length: > 0 } path)
{
    File.WriteAllText(path, report.ToString());
}

if (args.Length < 4)
{
    Directory.Delete(folder, recursive: true);
}

void Measure(string name, string[] lines)
{
    foreach (var gender in Enum.GetValues<Gender>())
    {
        var recogniser = new Recogniser(folder);
        var phrases = lines.Select((l, i) => Tune.Of(pronouncer.Line(l), gender, i)).ToArray();
        var voice = new VoiceSpec(gender, timbre);
        _ = singer.Sing(phrases[0], voice, 1);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var takes = phrases.Select(p => singer.Sing(p, voice, 1)).ToArray();
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalSeconds;
        var seconds = takes.Sum(t => t.Samples.Length / 44100.0);
        var (closed, open) = ("-", "-");
        if (Recogniser.IsInstalled)
        {
            var names = takes.Select((_, i) => $"{name}-{gender}-{i:00}").ToArray();
            for (var i = 0; i < takes.Length; i++)
            {
                recogniser.Add(names[i], takes[i].Samples, 44100);
            }

            var words = lines.Select(l => l.ToLowerInvariant().Split(' ')).ToArray();
            closed = Rate(recogniser.Listen(names, BenchLines.Vocabulary));
            open = Rate(recogniser.Listen(names, null));

            string Rate(Dictionary<string, string[]> heard)
            {
                var errors = names.Select((n, i) => Recogniser.Errors(words[i], heard.GetValueOrDefault(n, []))).Sum();
                if (Environment.GetEnvironmentVariable("SHOW_HEARD") == "1")
                {
                    for (var i = 0; i < names.Length; i++)
                    {
                        Console.WriteLine($"{lines[i]}  ->  {string.Join(' ', heard.GetValueOrDefault(names[i], []))}");
                    }
                }

                return (errors / (double)words.Sum(w => w.Length)).ToString("0.00", CultureInfo.InvariantCulture);
            }
        }

        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {name} | {gender} | {closed} | {open} | {cpu / seconds:0.0000} |"
        );
    }
}
