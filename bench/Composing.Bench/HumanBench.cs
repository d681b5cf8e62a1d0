using Troubadour.Composing.Measures;

namespace Troubadour.Composing.Bench;

/// <summary>Computes the human figures.</summary>
internal static class HumanBench
{
    public static int Run(Options options)
    {
        if (options.Corpora() is not { } corpora)
        {
            Console.Error.WriteLine($"Name the corpora's folder by --corpora or {Corpora.Variable}.");
            return 2;
        }

        var human = CorpusStatistics.Measure(corpora, Options.Words());
        human.Write(options.Text("out", Path.Combine("bench", "Composing.Measures", "human.json")));
        foreach (var (name, spread) in human.Measures)
        {
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{name, -26} n {spread.Count, 4} mean {spread.Mean, 8:F3} sd {spread.Deviation, 7:F3} p5 {spread.P5, 8:F3} p95 {spread.P95, 8:F3}"
                )
            );
        }

        foreach (var (name, value) in human.Pooled)
        {
            Console.WriteLine(FormattableString.Invariant($"pooled {name, -26} {value, 8:F3}"));
        }

        return 0;
    }
}
