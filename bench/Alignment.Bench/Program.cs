using System.Globalization;
using System.Text;
using Troubadour.Alignment;
using Troubadour.Alignment.Bench;
using Troubadour.Audio;
using Troubadour.Lyrics;
using Troubadour.Separation;
using Troubadour.Singing;

// Usage: Alignment.Bench FOLDER TABLE; run from the repository's root. Each folder in FOLDER is a song as "troubadour make" writes it,
// or as festival-singer.py makes of one. The table is written to the file TABLE.
if (args.Length != 2)
{
    Console.Error.WriteLine("Alignment.Bench FOLDER TABLE");
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
var recogniser = new WordAligner(new AlignmentOptions { UseSinger = false }, pronouncer);
var alone = new WordAligner(new AlignmentOptions { UseRecogniser = false }, pronouncer, () => singer);
var both = new WordAligner(new AlignmentOptions(), pronouncer, () => singer);
var scores = new Dictionary<string, Score>();
foreach (var (i, song) in songs.Index())
{
    var separated = song.SeparatedVoice(separator);
    var other = songs[(i + 1) % songs.Count];
    Measure("true voice: both, as shipped", both, song.TrueVoice(), Case.Sung(song));
    Measure("separated: recogniser alone", recogniser, separated, Case.Sung(song));
    Measure("separated: singer alone", alone, separated, Case.Sung(song));
    Measure("separated: both, as shipped", both, separated, Case.Sung(song));
    Measure("separated, every sixth sung line is not in the lyrics: both", both, separated, Case.Lacking(song));
    Measure("separated, every seventh line of the lyrics is not sung: both", both, separated, Case.Padded(song, other));
    Console.WriteLine($"{song.Name}, {i + 1} of {songs.Count}");
    File.WriteAllText(args[1], Table());
}

Console.WriteLine(Table());
return 0;

string Table()
{
    var table = new StringBuilder(
        "| voice and method | median s | mean s | within .1 s | .3 s | .5 s | found | unsung words found | CPU s a minute |\n"
    );
    table.Append("|---|---|---|---|---|---|---|---|---|\n");
    foreach (var (name, score) in scores)
    {
        table.Append(CultureInfo.InvariantCulture, $"{score.Row(name)}\n");
    }

    return table.ToString();
}

void Measure(string name, WordAligner aligner, AudioBuffer voice, Case asked)
{
    var score = scores.TryGetValue(name, out var known) ? known : scores[name] = new Score();
    var before = Cpu.Seconds();
    var found = aligner.Align(voice, asked.Lyrics);
    score.Cpu += Cpu.Seconds() - before;
    score.Minutes += voice.Seconds / 60;
    score.Add([.. found.Words], asked.Starts);
}
