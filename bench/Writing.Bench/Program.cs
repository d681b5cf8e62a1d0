using System.Text.Json;
using Troubadour.Lyrics;
using Troubadour.Writing;
using Troubadour.Writing.Bench;

// Usage: Writing.Bench [results file] | check [folder of themes or frames] | say "description" [seed]
const string Dictionary = "/usr/share/festival/dicts/cmu/";
var pronouncer = Pronouncer.Load(Dictionary + "cmudict-0.4.out");
if (args is ["check", ..])
{
    return BookCheck.Run(args[1], new Scanner(pronouncer));
}

var writer = HouseWriter.Load(Path.Combine(AppContext.BaseDirectory, "styles", "lyrics"), pronouncer);
if (args is ["say", var description, ..])
{
    var wish = new LyricsWish(description, args.Length > 2 ? long.Parse(args[2], null) : 1);
    var reading = writer.Read(wish);
    Console.WriteLine(string.Join(" | ", reading.Phrases.Select(p => $"{p.Kind}: {p.Text}")));
    Console.WriteLine(string.Join(", ", reading.Themes.Select(t => t.Name)));
    foreach (var written in await writer.WriteAsync(wish, 2, CancellationToken.None))
    {
        Console.WriteLine($"\n## {written.Title}\n{written.Lyrics}");
    }

    return 0;
}

var descriptions = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "descriptions.txt"));
var report = LyricsReport.Of(writer, descriptions);
Console.Write(report);
if (args is [var path, ..])
{
    File.WriteAllText(path, report);
}

return 0;
