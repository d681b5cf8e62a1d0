using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Draws six songs of different genres.</summary>
internal static class RollBench
{
    private static readonly string[] Genres = ["Pop", "Folk", "Disco", "Jazz", "Trap Rap", "GuFeng Music"];

    public static void Run(Options options)
    {
        var folder = Directory.CreateDirectory(options.Text("out", Path.Combine("bench", "results", "rolls"))).FullName;
        var set = Options.Songs();
        ImmutableArray<Song> songs = [.. Genres.Select((genre, i) => set.Compose(genre, i, 100 + i, 150))];
        foreach (var song in songs)
        {
            var path = Path.Combine(folder, song.Style + ".png");
            File.WriteAllBytes(path, PianoRoll.Draw(song).Encode());
            Console.WriteLine($"{path} {new FileInfo(path).Length / 1024} KB");
        }
    }
}
