using System.Globalization;
using Troubadour.Synthesis;
using Troubadour.Synthesis.Bench;

var library = PatchLibrary.Load("patches");
string[] wanted = args.Length > 2 ? args[2..] : [.. library.Ids];
switch (args)
{
    case ["listen", var folder, ..]:
        Listening.Write(library, wanted, folder);
        break;
    case ["loudness", ..]:
        foreach (var id in args.Length > 1 ? args[1..] : [.. library.Ids])
        {
            var sound = Figures.Sound(library, id);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{id, -18} {sound.Loudness, 7:F1} LUFS {sound.Peak, 6:F1} dBFS {sound.Correlation, 6:F2}"
                )
            );
        }

        break;
    case ["speed", ..]:
        foreach (var id in args.Length > 1 ? args[1..] : [.. library.Ids])
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{id, -18} {Figures.Speed(library, id).Cost, 6:F1} ns")
            );
        }

        break;
    case ["aliases", ..]:
        foreach (var id in args.Length > 1 ? args[1..] : [.. library.Ids])
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{id, -18} {Figures.Aliases(library, id, 84), 7:F1} {Figures.Aliases(library, id, 96), 7:F1} dB"
                )
            );
        }

        break;
    case ["report"]:
        Directory.CreateDirectory("bench/results");
        File.WriteAllText("bench/results/synthesis.md", Report.Make(library));
        break;
    case ["schema"]:
        File.WriteAllText("patches/schema/patch.schema.json", SchemaText.Patch());
        File.WriteAllText("patches/schema/kit.schema.json", SchemaText.Kit());
        break;
    case ["kernels"]:
        Kernels.Measure();
        break;
    default:
        Console.WriteLine(
            "listen FOLDER [PATCH...] | loudness [PATCH...] | speed [PATCH...] | aliases [PATCH...] | kernels | schema | report"
        );
        break;
}
