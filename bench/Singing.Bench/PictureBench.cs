using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>Draws five test lines, the first generation's takes above the current ones.</summary>
internal sealed class PictureBench(Performer performer, VoiceBench bench, string folder, Options options)
{
    private static readonly (Gender Gender, int Line)[] Phrases =
    [
        (Gender.Female, 3),
        (Gender.Male, 11),
        (Gender.Female, 20),
        (Gender.Male, 31),
        (Gender.Female, 36),
    ];

    public void Run()
    {
        var first = options.Text("first", "");
        for (var i = 0; i < Phrases.Length; i++)
        {
            var current = performer.Sing("test", BenchLines.Test, Phrases[i].Gender)[Phrases[i].Line];
            var takes = new List<(string Title, Recording Take)> { ("current", current) };
            if (File.Exists(Path.Combine(first, current.Name + ".json")))
            {
                takes.Insert(0, ("first generation", RecordingFolder.Read(first, current.Name)));
            }

            var drawn = takes.Select(t => ($"{t.Title} - {string.Join(' ', t.Take.Words)}", t.Take, Track(t.Take)));
            var file = string.Create(CultureInfo.InvariantCulture, $"singing-{i + 1}.png");
            var target = Path.Combine(options.Text("out", "bench/results"), file);
            File.WriteAllBytes(target, VoicePicture.Draw([.. drawn]).Encode());
            Console.WriteLine($"{target}: {current.Name}: {string.Join(' ', current.Words)}");
        }
    }

    private Measures.VoiceTrack Track(Recording take)
    {
        RecordingFolder.Write(folder, [take]);
        return bench.Tracks([take])[0];
    }
}
