using Troubadour.Composing;
using Troubadour.Engine;
using Troubadour.Engine.Bench;

// Usage: Engine.Bench quality|stages|instruments|joins|swaps|masters|memory|recordings [folder for the songs], or compare [folder] [folder]; run from the repository's root.
var verb = args.Length > 0 ? args[0] : "";
var folder = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "troubadour-bench");
var options = new EngineOptions
{
    SoundBank = DebianParts.SoundBank(),
    Voice = DebianParts.Voice,
    Dictionary = DebianParts.Dictionary,
    Styles = Path.Combine(AppContext.BaseDirectory, "styles"),
    Patches = Path.Combine(AppContext.BaseDirectory, "patches"),
    Models = Path.Combine(AppContext.BaseDirectory, "models"),
    Threads = Environment.ProcessorCount,
};
using var engine = new EmbeddedEngine(options, TimeProvider.System);
switch (verb)
{
    case "quality":
        await new QualityBench(engine, folder).RunAsync();
        return 0;
    case "masters":
        await new MastersBench(engine, folder).RunAsync();
        return 0;
    case "compare" when args.Length == 3:
        await new CompareBench(folder, args[2]).RunAsync();
        return 0;
    case "instruments":
        await new InstrumentBench(engine, StyleLibrary.Load(options.Styles), folder).RunAsync();
        return 0;
    case "joins":
        await new JoinBench(engine, folder).RunAsync();
        return 0;
    case "swaps":
        await new SwapBench(engine, folder).RunAsync();
        return 0;
    case "recordings":
        await new RecordingBench(engine, folder).RunAsync();
        return 0;
    case "stages":
        await new StageBench(engine, options.SoundBank, folder).RunAsync();
        return 0;
    case "memory":
        await new MemoryBench(engine, folder).RunAsync();
        return 0;
    default:
        Console.Error.WriteLine(
            "Engine.Bench quality|stages|instruments|joins|swaps|masters|memory|recordings [folder], compare [folder] [folder]"
        );
        return 2;
}
