using System.Globalization;
using System.Text;
using Troubadour.Lyrics;
using Troubadour.Singing;
using Troubadour.Singing.Bench;

const string Voice = "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";
const string Dictionary = "/usr/share/festival/dicts/cmu/";

// Usage: Singing.Bench [tuning|test|all] [--timbre Warm] [--genders f|m|both] [--lines n] [--every-tempo] [--jobs n] [--no-open]
//        [--no-spoken] [--show] [--out file] [--keep folder] [--calibrate penalties|beams]
var options = new Options(args);
var temporary = options.Text("keep", "").Length == 0;
var folder = temporary
    ? Directory.CreateTempSubdirectory("singing-bench").FullName
    : Directory.CreateDirectory(options.Text("keep", "")).FullName;
var takes = new TakeSet(
    new Singer(HtsVoice.Load(Voice)),
    Pronouncer.Load(Dictionary + "cmudict-0.4.out", Dictionary + "cmu_lts_rules.scm"),
    options
);
var words = new WordBench(folder, options);
if (options.Text("calibrate", "") is { Length: > 0 } what)
{
    var tuning = options.Genders.SelectMany(g => takes.Sing("tuning", BenchLines.Tuning, g)).ToArray();
    words.Add(tuning);
    if (what == "beams")
    {
        Calibration.Widths(words, tuning);
    }
    else
    {
        Calibration.Penalties(words, tuning);
    }

    return;
}

var report = new StringBuilder("| lines | voice | closed | open | words |\n| --- | --- | --- | --- | --- |\n");
foreach (var (name, lines) in BenchLines.Sets(options.Set))
{
    foreach (var gender in options.Genders)
    {
        var sung = takes.Sing(name, lines, gender);
        words.Add(sung);
        var closed = words.Count(sung, WordBench.Closed);
        var open = options.Has("no-open") ? double.NaN : words.Count(sung, WordBench.Open).Rate;
        Row(name, gender.ToString(), closed.Rate, open, closed.Sung);
    }

    if (SpeakingVoice.IsInstalled && !options.Has("no-spoken"))
    {
        var closed = words.Spoken(name, lines, WordBench.Closed);
        var open = options.Has("no-open") ? double.NaN : words.Spoken(name, lines, WordBench.Open).Rate;
        Row(name, "spoken", closed.Rate, open, closed.Sung);
    }
}

Console.Write(report);
if (options.Text("out", "") is { Length: > 0 } path)
{
    File.WriteAllText(path, report.ToString());
}

if (temporary)
{
    Directory.Delete(folder, recursive: true);
}

void Row(string set, string voice, double closed, double open, int count) =>
    report.AppendLine(CultureInfo.InvariantCulture, $"| {set} | {voice} | {closed:0.000} | {open:0.000} | {count} |");
