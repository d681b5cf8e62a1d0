using System.Text.Json;
using Troubadour.Lyrics;
using Troubadour.Singing;
using Troubadour.Singing.Bench;

const string Voice = "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";
const string Dictionary = "/usr/share/festival/dicts/cmu/";
const string First = "bench/Singing.Bench/first-generation.json";
const string Usage = """
    Usage, from the repository's root:
      Singing.Bench tuning|test|all [options]         the table of measures
      Singing.Bench speed                             seconds of voice in a CPU second
      Singing.Bench mix [--jobs N]                    word error rates of whole songs, stem and master
      Singing.Bench pictures --first FOLDER [--out bench/results]
                                                      five phrases: kept takes of the first generation above the current ones
      Singing.Bench penalties|beams [options]         settings of the recogniser, on tuning lines
    Options:
      --timbre Warm  --genders f|m|both  --lines N  --every-tempo  --jobs N
      --no-open      leaves out the open model        --no-spoken    leaves out the speaking voice
      --slow         a listener with frames of 20 ms, for slow sounds
      --words-only   word error rates only            --quick        --lines 14 --no-open
      --show         prints what was heard            --keep FOLDER  keeps the takes
      --out FILE     puts the table into a document   --figures FILE writes the figures as JSON
    """;
var options = new Options(args);
var singer = new Singer(HtsVoice.Load(Voice));
var performer = new Performer(singer, Pronouncer.Load(Dictionary + "cmudict-0.4.out"), options);
using var folder = new WorkFolder(options.Text("keep", ""));
var bench = new VoiceBench(folder.Path, options);
switch (options.Set)
{
    case "tuning" or "test" or "all":
        Measure();
        return 0;
    case "speed":
        var phrases = options.Genders.SelectMany(g =>
            performer.Scores(BenchLines.Tuning, g).Select(s => (s, new Troubadour.Music.VoiceSpec(g, options.Timbre)))
        );
        Console.WriteLine(Speed.Of(singer, [.. phrases]));
        return 0;
    case "pictures":
        new PictureBench(performer, bench, folder.Path, options).Run();
        return 0;
    case "mix":
        var (stem, master) = await new MixBench(bench, folder.Path).RunAsync();
        Console.WriteLine($"stem {stem.Rate:0.000} ({stem}), master {master.Rate:0.000} ({master})");
        return 0;
    case "penalties" or "beams":
        Calibration.Run(options.Set, bench, folder.Path, performer, options);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

void Measure()
{
    var sets = new SetBench(performer, bench, folder.Path, options);
    var current = sets.Run();
    var first = File.Exists(First)
        ? JsonSerializer.Deserialize<Dictionary<string, VoiceFigures>>(File.ReadAllText(First), JsonOptions.Figures)!
        : [];
    var table = Report.Table(first, current);
    Console.WriteLine(table);
    Console.WriteLine($"aligner's bias: {sets.AlignerBias:0} ms");
    if (options.Text("out", "") is { Length: > 0 } document)
    {
        File.WriteAllText(document, Report.Into(File.Exists(document) ? File.ReadAllText(document) : "", table));
    }

    if (options.Text("figures", "") is { Length: > 0 } figures)
    {
        File.WriteAllText(figures, JsonSerializer.Serialize(current, JsonOptions.Figures));
    }
}
