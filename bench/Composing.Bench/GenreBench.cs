using Troubadour.Composing.Measures;

namespace Troubadour.Composing.Bench;

/// <summary>Tells the genres apart and prints what is confused.</summary>
internal static class GenreBench
{
    public static void Run(Options options)
    {
        var report = new Report();
        Write(Options.Songs(), options, report);
        Console.Write(report);
        if (options.Text("out", "") is { Length: > 0 } path)
        {
            File.WriteAllText(path, report.ToString());
        }
    }

    public static void Write(SongSet set, Options options, Report report)
    {
        var (seen, unseen) = (options.Number("seen", 10), options.Number("unseen", 6));
        GenreTable.Write(GenreTrial.Run(set, seen, unseen), seen, unseen, report);
    }
}
