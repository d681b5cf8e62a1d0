using System.Text;
using Troubadour.Analysis;
using Troubadour.Analysis.Bench;
using Troubadour.Separation;
using Troubadour.Separation.Bench;

namespace Troubadour.Understanding.Bench;

/// <summary>Understands recordings of a band, of which tempo, beats and the lead guitar are known.</summary>
internal static class RecordingMeasure
{
    private const double Near = 0.07;

    private const string Head =
        "| recording | bpm | heard | beat F | beat F, bpm given | metre heard | guitar: mixture | other | SI-SDR: mixture | other | CPU s a minute | peak MB |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

    /// <summary>Measures all recordings below a folder, as a table.</summary>
    public static string Table(string folder, Separator separator)
    {
        var table = new StringBuilder(Head);
        var folders = Directory
            .EnumerateFiles(folder, "notes.mid", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!)
            .Order(StringComparer.Ordinal);
        foreach (var song in folders.Select(FretsSong.Read))
        {
            table.Append(Row(song, separator));
            Console.WriteLine(song.Name);
        }

        return table.ToString();
    }

    private static string Row(FretsSong song, Separator separator)
    {
        var (heard, other) = StageMeter.Run(() => Understand(song, separator), out var cost);
        var beats = Enumerable
            .Range(0, (int)(song.Mix.Seconds * song.Bpm / 60))
            .Select(k => k * 60 / song.Bpm)
            .ToList();
        var beat = Hits.F(heard.Beats.Seconds, beats, Near);
        var options = new AnalysisOptions { Bpm = song.Bpm, Threads = 1 };
        var told = Hits.F(SongAnalyser.Analyse(song.Mix, options).Beats.Seconds, beats, Near);
        var (mixture, own) = (Signals.Score(song.Guitar, song.Mix), Signals.Score(song.Guitar, other));
        return FormattableString.Invariant(
            $"| {song.Name} | {song.Bpm:0.#} | {heard.Tempo.Bpm:0.0} | {beat:0.00} | {told:0.00} | {heard.Metre.Beats}/{heard.Metre.Unit} | {mixture.Sdr:0.0} | {own.Sdr:0.0} | {mixture.SiSdr:0.0} | {own.SiSdr:0.0} | {cost.CpuSeconds / (song.Mix.Seconds / 60):0.00} | {cost.Megabytes:0} |\n"
        );
    }

    private static (AnalysisDocument Heard, Audio.AudioBuffer Other) Understand(FretsSong song, Separator separator)
    {
        var stems = separator.Separate(song.Mix);
        var heard = SongAnalyser.Analyse(song.Mix, SongMeasure.Options(stems));
        return (heard, stems[Stem.Other]);
    }
}
