using System.Globalization;

namespace Troubadour.Analysis.Bench;

/// <summary>Scores as rows of a Markdown table.</summary>
internal static class ScoreTable
{
    /// <summary>The first two lines.</summary>
    public const string Head =
        "| song | Acc1 | Acc2 | beat F | downbeat F | metre | key | chords | roots | F 3 s | F .5 s | pitch | chroma | voiced F | tune F | bass F | CPU s/min |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    /// <summary>One song.</summary>
    public static string Row(SongScore s) => Mean(s.Name, [s]);

    /// <summary>The mean of songs; songs without a value are left out of its mean.</summary>
    public static string Mean(string name, IReadOnlyList<SongScore> scores)
    {
        string Cell(Func<SongScore, double?> value)
        {
            var values = scores.Select(value).OfType<double>().ToList();
            return values.Count == 0 ? "-" : values.Average().ToString("F2", CultureInfo.InvariantCulture);
        }

        return $"| {name} | {Cell(s => s.Acc1 ? 1 : 0)} | {Cell(s => s.Acc2 ? 1 : 0)} | {Cell(s => s.Beat)} | {Cell(s => s.Downbeat)} | "
            + $"{Cell(s => s.Metre ? 1 : 0)} | {Cell(s => s.Key ? 1 : 0)} | {Cell(s => s.Chord)} | {Cell(s => s.Root)} | {Cell(s => s.Section3)} | "
            + $"{Cell(s => s.SectionHalf)} | {Cell(s => s.Pitch)} | {Cell(s => s.Chroma)} | {Cell(s => s.VoiceF)} | {Cell(s => s.TuneF)} | "
            + $"{Cell(s => s.BassF)} | {Cell(s => s.CpuPerMinute)} |";
    }
}
