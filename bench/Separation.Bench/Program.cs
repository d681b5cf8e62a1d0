using System.Globalization;
using Troubadour.Separation;
using Troubadour.Separation.Bench;

//   Separation.Bench powers OUT SONG...   what the heads of the split learn from
//   Separation.Bench survey SONG...       what the survey hears
//   Separation.Bench tracks SONG...       the split against true tracks: bench/results/tracks.md
// Usage: Separation.Bench FOLDER [MODEL]; run from the repository's root. FOLDER has the songs that Engine.Bench masters makes.
string[] heldOut = ["pop-rock", "contemporary-r-b", "chinese-style", "future-bass", "jazz-pop", "pop-rap"];
if (args.Length == 0)
{
    Console.Error.WriteLine("Separation.Bench FOLDER [MODEL]");
    return 2;
}

if (args is ["powers", var target, .. var songs])
{
    using var trained = Separator.Load(Path.Combine("models", "separation.onnx"));
    PartPowers.Write(trained, target, songs);
    return 0;
}

if (args is ["tracks" or "survey", .. var folders])
{
    using var stems = Separator.Load(Path.Combine("models", "separation.onnx"));
    using var splitter = TrackSplitter.Load("models");
    if (args[0] == "survey")
    {
        SurveyBench.Print(stems, splitter, folders);
        return 0;
    }

    var bench = new TrackBench(stems, splitter);
    foreach (var folder in folders)
    {
        bench.Add(folder);
    }

    var report = bench.Text();
    Console.WriteLine(report);
    await File.WriteAllTextAsync(Path.Combine("bench", "results", "tracks.md"), report);
    return 0;
}

var model = args.Length > 1 ? args[1] : Path.Combine("models", "separation.onnx");
using var separator = Separator.Load(model);
using var quarter = Separator.Load(model, new SeparationOptions { MedianShare = 0.25f });
using var half = Separator.Load(model, new SeparationOptions { MedianShare = 0.5f });
var (seconds, megabytes) = Cost.Measure(separator);
Console.WriteLine($"{seconds:0.00} s a minute, {megabytes:0} MB");
var table = new Table();
foreach (var name in heldOut)
{
    var song = TrueSong.Read(Path.Combine(args[0], name));
    table.Add(song, "mixture itself", Methods.Mixture(song));
    table.Add(song, "medians (Fitzgerald 2010)", Methods.Medians(song));
    table.Add(song, "REPET-SIM (Rafii and Pardo 2012)", Methods.Repetition(song));
    table.Add(song, "network alone", Methods.Network(song, separator));
    if (song.Coded(Path.Combine(args[0], name)) is { } coded)
    {
        table.Add(song, "network alone, of the song's MP3", Methods.Network(coded, separator));
    }

    table.Add(song, "network, a quarter medians", Methods.Network(song, quarter));
    table.Add(song, "network, half medians", Methods.Network(song, half));
    table.Add(song, "oracle ratio mask", Methods.Oracle(song));
    Console.WriteLine(name);
}

var names = string.Join(", ", heldOut);
var text = string.Create(
    CultureInfo.InvariantCulture,
    $"""
    # Separation

    SDR / SI-SDR in dB over whole songs and both channels, mean of six songs ({names}) whose
    styles were not in training; the singer's voice model was. Made by
    `dotnet run -c Release --project bench/Separation.Bench FOLDER`. An empty field: the method gives no such stem.

    {table.Means()}
    The network alone, song by song:

    {table.Songs("network alone")}
    Separating takes {seconds:0.00} CPU seconds a minute of sound (one thread, best of three); a song of ten minutes, pushed second by
    second, at most {megabytes:0} MB of memory for the whole process.

    """
);
Console.WriteLine(text);
await File.WriteAllTextAsync(Path.Combine("bench", "results", "separation.md"), text);
return 0;
