using System.Globalization;
using Troubadour.Alignment;
using Troubadour.Engine;
using Troubadour.Lyrics;
using Troubadour.Separation;
using Troubadour.Singing;
using Troubadour.Understanding.Bench;

// Usage: Understanding.Bench make FOLDER makes the songs; Understanding.Bench measure FOLDER [RECORDINGS] measures them and writes
// bench/results/understanding.md. RECORDINGS has those of Debian's fretsonfire-songs-muldjord and fretsonfire-songs-sectoid
// (games/fretsonfire/data/songs). Run from the repository's root, on Linux, with pocketsphinx and pocketsphinx-en-us installed.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["make", var target]:
        await SongMaker.MakeAsync(target);
        return 0;
    case ["measure", var source, .. var more]:
        await MeasureAsync(source, more.FirstOrDefault());
        return 0;
    default:
        await Console.Error.WriteLineAsync("Understanding.Bench make FOLDER | measure FOLDER [RECORDINGS]");
        return 2;
}

static async Task MeasureAsync(string folder, string? recordings)
{
    BaselineChecks.Run();
    using var separator = Separator.Load(Path.Combine("models", "separation.onnx"));
    var singer = new Singer(HtsVoice.Load(DebianParts.Voice));
    var aligner = new WordAligner(new AlignmentOptions(), Pronouncer.Load(DebianParts.Dictionary), () => singer);
    var folders = SongSet.Plans.Select(plan => Path.Combine(folder, plan.Name)).ToList();
    // The first song pays for compiling, so it comes twice.
    new SongMeasure(new FigureBook(), separator, aligner).Measure(folders[0]);
    var book = new FigureBook();
    var songs = new SongMeasure(book, separator, aligner);
    folders.ForEach(songs.Measure);
    var table = recordings is null ? null : RecordingMeasure.Table(recordings, separator);
    var reading = await File.ReadAllTextAsync(Path.Combine("bench", "Understanding.Bench", "reading.md"));
    var path = Path.Combine("bench", "results", "understanding.md");
    await File.WriteAllTextAsync(path, new Report(book).Text(songs.Band, table, reading));
    Console.WriteLine(path);
}
