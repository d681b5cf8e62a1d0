using System.Diagnostics;
using System.Globalization;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>Tries penalties and beams on takes of tuning lines.</summary>
internal static class Calibration
{
    private static readonly string[] ClosedPenalties = ["1e-4", "1e-6", "1e-8", "1e-10", "1e-12"];
    private static readonly string[] OpenPenalties = ["1e-2", "1e-4", "1e-6", "1e-8"];
    private static readonly string[] Beams =
    [
        SearchSettings.WideBeams,
        "-beam 1e-64 -pbeam 1e-64 -wbeam 1e-48",
        SearchSettings.NarrowBeams,
        "-beam 1e-48 -pbeam 1e-48 -wbeam 1e-29",
    ];

    public static void Run(string what, VoiceBench bench, string folder, Performer performer, Options options)
    {
        var lines = BenchLines.Tuning.Take(options.Lines).ToArray();
        var takes = options.Genders.SelectMany(g => performer.Sing("tuning", lines, g)).ToArray();
        RecordingFolder.Write(folder, takes);
        if (what == "beams")
        {
            Widths(bench, takes);
        }
        else
        {
            Penalties(bench, takes);
        }
    }

    private static void Penalties(VoiceBench bench, IReadOnlyList<Recording> takes)
    {
        foreach (var penalty in ClosedPenalties)
        {
            Try("closed", bench, takes, VoiceBench.Closed with { Penalty = penalty });
        }

        foreach (var penalty in OpenPenalties)
        {
            Try("open", bench, takes, VoiceBench.Open with { Penalty = penalty });
        }
    }

    private static void Widths(VoiceBench bench, IReadOnlyList<Recording> takes)
    {
        foreach (var beams in Beams)
        {
            Try("closed", bench, takes, VoiceBench.Closed with { Beams = beams });
            Try("open", bench, takes, VoiceBench.Open with { Beams = beams });
        }
    }

    private static void Try(string kind, VoiceBench bench, IReadOnlyList<Recording> takes, SearchSettings settings)
    {
        var watch = Stopwatch.StartNew();
        var count = bench.Words(takes, settings);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind} {settings.Penalty} {settings.Beams}: {count.Rate:0.000} ({count.Errors}/{count.Sung}, heard {count.Heard}) in {watch.Elapsed.TotalSeconds:0} s"
            )
        );
    }
}
