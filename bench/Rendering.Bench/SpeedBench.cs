using System.Globalization;
using System.Text;

namespace Troubadour.Rendering.Bench;

/// <summary>CPU seconds of the same pieces and bank beside the fluidsynth command line, in one run.</summary>
internal static class SpeedBench
{
    private const int Rounds = 2;

    /// <summary>Appends a table.</summary>
    public static void Write(StringBuilder report, string title, string bankPath, Piece[] pieces)
    {
        report.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## {title}: {Path.GetFileName(bankPath)}

            | piece | voices, mean / most | fluidsynth, 4th order | 7th order | ours, 1 thread | ours, 2 threads: CPU (wall) | ratio to 4th | to 7th | decoding, cold | ns a voice and frame |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """
        );
        foreach (var piece in pieces)
        {
            WritePiece(report, bankPath, piece);
        }
    }

    private static void WritePiece(StringBuilder report, string bankPath, Piece piece)
    {
        using var bank = SoundBank.Load(bankPath);
        var cold = OurRun.Take(bank, piece.Tracks, Piece.Seconds, 1);
        var empty = piece.Tracks.Select(t => t with { Notes = [], Controls = [] }).ToArray();
        double usual = double.MaxValue,
            high = double.MaxValue,
            nothing = double.MaxValue;
        OurRun? one = null,
            two = null;
        for (var i = 0; i < Rounds; i++)
        {
            nothing = Math.Min(nothing, FluidSynth.Seconds(bankPath, empty, FluidSynth.UsualOrder));
            usual = Math.Min(usual, FluidSynth.Seconds(bankPath, piece.Tracks, FluidSynth.UsualOrder));
            high = i > 0 ? high : FluidSynth.Seconds(bankPath, piece.Tracks, 7);
            one = Better(one, OurRun.Take(bank, piece.Tracks, Piece.Seconds, 1));
            one = Better(one, OurRun.Take(bank, piece.Tracks, Piece.Seconds, 1));
            two = Better(two, OurRun.Take(bank, piece.Tracks, Piece.Seconds, 2));
        }

        var frames = one!.MeanVoices * Piece.Seconds * Audio.SampleRate.House;
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {piece.Name} | {one.MeanVoices:F1} / {one.MostVoices} | {usual - nothing:F3} | {high - nothing:F3} | {one.CpuSeconds:F3} | {two!.CpuSeconds:F3} ({two.WallSeconds:F3}) | {(usual - nothing) / one.CpuSeconds:F1}x | {(high - nothing) / one.CpuSeconds:F1}x | {cold.PlanSeconds:F3} | {one.RenderSeconds / frames * 1e9:F2} |"
        );
        Console.Error.WriteLine(piece.Name);
    }

    private static OurRun Better(OurRun? best, OurRun run) =>
        best is null || run.CpuSeconds < best.CpuSeconds ? run : best;
}
