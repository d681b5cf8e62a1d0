using Troubadour.Engine;
using Troubadour.Lyrics;
using Troubadour.Writing;

namespace Troubadour.Understanding.Bench;

/// <summary>Makes the songs of the set with the engine, each in a folder with master, stems, song and word times; songs that are there stay.</summary>
internal static class SongMaker
{
    /// <summary>Makes them.</summary>
    public static async Task MakeAsync(string folder)
    {
        var options = new EngineOptions
        {
            SoundBank = DebianParts.SoundBank(),
            Voice = DebianParts.Voice,
            Dictionary = DebianParts.Dictionary,
            Styles = Path.Combine(AppContext.BaseDirectory, "styles"),
            Patches = Path.Combine(AppContext.BaseDirectory, "patches"),
            Threads = 1,
        };
        using var engine = new EmbeddedEngine(options, TimeProvider.System);
        var pronouncer = Pronouncer.Load(DebianParts.Dictionary);
        var writer = HouseWriter.Load(Path.Combine(options.Styles, "lyrics"), pronouncer);
        foreach (var plan in SongSet.Plans)
        {
            var target = Path.Combine(folder, plan.Name);
            if (!File.Exists(Path.Combine(target, "song.json")))
            {
                Directory.CreateDirectory(target);
                var order = SongOrder.Compose(plan.Brief(await WordsAsync(writer, plan)));
                await engine.MakeAsync(
                    new MakeRequest(SongOrder.Compose(engine.Prepare(order)), target, true, false),
                    new Progress<MakeProgress>(),
                    CancellationToken.None
                );
            }

            Console.WriteLine(plan.Name);
        }
    }

    private static async Task<string> WordsAsync(HouseWriter writer, SongPlan plan)
    {
        if (plan.Words is null)
        {
            return "";
        }

        var wish = new LyricsWish(plan.Words, plan.Seed) { Seconds = plan.Brief("").Seconds };
        return (await writer.WriteAsync(wish, 1, CancellationToken.None))[0].Lyrics;
    }
}
