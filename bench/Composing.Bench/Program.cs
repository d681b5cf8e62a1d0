using Troubadour.Composing.Bench;

// Usage: Composing.Bench music|genres|rolls|boundaries|human [options]; run from the repository's root.
var options = new Options(args);
switch (args.FirstOrDefault())
{
    case "music":
        new MusicBench(options).Run();
        return 0;
    case "genres":
        GenreBench.Run(options);
        return 0;
    case "rolls":
        RollBench.Run(options);
        return 0;
    case "boundaries":
        await BoundaryBench.RunAsync(options);
        return 0;
    case "human":
        return HumanBench.Run(options);
    default:
        Console.Error.WriteLine("Composing.Bench music [--songs 60] [--seed 1] [--out FILE]");
        Console.Error.WriteLine("Composing.Bench genres [--seen 10] [--unseen 6] [--out FILE]");
        Console.Error.WriteLine("Composing.Bench rolls [--out FOLDER]");
        Console.Error.WriteLine("Composing.Bench boundaries [--out bench/results/boundaries.md]");
        Console.Error.WriteLine("Composing.Bench human --corpora FOLDER [--out bench/Composing.Measures/human.json]");
        return 2;
}
