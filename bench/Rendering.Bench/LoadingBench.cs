using System.Diagnostics;
using System.Globalization;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>Seconds from the file to the first sound.</summary>
internal static class LoadingBench
{
    /// <summary>Appends a table.</summary>
    public static void Write(StringBuilder report, IEnumerable<string> banks)
    {
        report.Append(
            """

            ## Loading

            Wall seconds. A bank is mapped and its records are read; regions are merged and samples decoded for the presets that are asked for.

            | bank | MB | presets | load | first piano note ready | every preset's regions | a 16-part band ready, 1 thread |
            | --- | --- | --- | --- | --- | --- | --- |

            """
        );
        foreach (var path in banks)
        {
            var clock = Stopwatch.StartNew();
            using var bank = SoundBank.Load(path);
            var loaded = clock.Elapsed.TotalSeconds;
            _ = new InstrumentPlayer(bank, new InstrumentTrack("piano", 0, 0, [new TimedNote(0, 1, 60, 90)], []));
            var first = clock.Elapsed.TotalSeconds;
            foreach (var preset in bank.Presets)
            {
                _ = preset.Regions.Length;
            }

            var merged = clock.Elapsed.TotalSeconds;
            foreach (var track in DensePiece.Make(Piece.Seconds))
            {
                _ = new InstrumentPlayer(bank, track);
            }

            var ready = clock.Elapsed.TotalSeconds;
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(path)} | {new FileInfo(path).Length / 1e6:F1} | {bank.Presets.Length} | {loaded:F3} | {first:F3} | {merged - first:F3} | {ready - merged:F3} |"
            );
        }
    }
}
