using Troubadour.Lyrics;

namespace Troubadour.Writing.Tests;

/// <summary>The house writer over the book and the installed dictionary, loaded once.</summary>
internal static class Shared
{
    private const string Dictionary = "/usr/share/festival/dicts/cmu/";

    private static readonly Lazy<Pronouncer> Words = new(() => Pronouncer.Load(Dictionary + "cmudict-0.4.out"));

    private static readonly Lazy<HouseWriter> House = new(() => HouseWriter.Load(Folder, Words.Value));

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "styles", "lyrics");

    public static Pronouncer Pronouncer => Words.Value;

    public static HouseWriter Writer => House.Value;

    public static async Task<IReadOnlyList<WrittenLyrics>> Write(
        string description,
        long seed = 1,
        double? seconds = null
    ) => await Writer.WriteAsync(new LyricsWish(description, seed) { Seconds = seconds }, 2, CancellationToken.None);

    public static IEnumerable<string> Lines(string lyrics) =>
        lyrics.Split('\n').Where(line => line.Length > 0 && line[0] != '[');
}
