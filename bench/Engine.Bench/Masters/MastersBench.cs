using System.Globalization;
using Troubadour.Analysis;

namespace Troubadour.Engine.Bench;

/// <summary>Makes thirty songs and holds each master against what a record has to be.</summary>
internal sealed class MastersBench(EmbeddedEngine engine, string folder)
{
    private readonly MasterTotals _totals = new();

    public async Task RunAsync()
    {
        var rows = new List<string>
        {
            "# Thirty masters",
            "",
            "Every genre of sung songs once and seven instrumentals, 66 s each. LUFS, LRA and dBTP by ffmpeg's ebur128, of the WAV and of the",
            "decoded MP3. corr: correlation of left and right, mean and worst second. slope: dB an octave from 100 Hz to 4 kHz. voice: lead over",
            "everything else under its words, LU, in the section with least and with most; even: phrases within 1.5 LU of their section;",
            "presence: lead against the rest between 1 and 4 kHz, dB. drop: fall of momentary loudness where the band stops before a chorus, LU, of the master and of the band alone.",
            "bass: onsets on a kick. thirds: chord thirds below E3. defects: list 6.6 (full-scale runs, lone steps over .5 outside drums, gaps over 1 s,",
            "tails over 2 s, length, cancelling channels).",
            "",
            "| song | LUFS | MP3 | LRA | dBTP | MP3 | crest | corr | slope | voice | even | presence | drop | bass | thirds | defects |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        };
        foreach (var bench in MasterSet.Of("bench/lyrics"))
        {
            rows.Add(await RowAsync(bench));
            Console.WriteLine(rows[^1]);
        }

        rows.AddRange(["", .. _totals.Lines()]);
        await File.WriteAllLinesAsync("bench/results/masters.md", rows);
        rows.TakeLast(_totals.Lines().Count()).ToList().ForEach(Console.WriteLine);
    }

    private async Task<string> RowAsync(BenchSong bench)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, bench.Name)).FullName;
        await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(bench.Brief), target, true, true),
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
        var sound = new SongSound(target);
        var (lufs, range, peak) = Ebur128.Measure(Path.Combine(target, "master.wav"));
        var (mp3Lufs, _, mp3Peak) = Ebur128.Measure(Decoded.Of(Path.Combine(target, "master.mp3")));
        var features = AudioFeatures.Of(sound.Master);
        var defects = Defects.Of(sound, features, bench.Brief.Seconds);
        var voice = VoiceFigures.Of(sound);
        var band = BandFigures.Of(sound);
        _totals.Add(new Master(lufs, mp3Lufs, peak, mp3Peak, features, defects.Count, voice, band));
        var words = voice is null
            ? "- | - | -"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{voice.Least:F1} to {voice.Most:F1} | {voice.EvenPhrases:P0} | {voice.PresenceDb:F1}"
            );
        return string.Create(
                CultureInfo.InvariantCulture,
                $"| {bench.Name} | {lufs:F1} | {mp3Lufs:F1} | {range:F1} | {peak:F1} | {mp3Peak:F1} | {features.CrestFactorDb:F1} | {features.CorrelationMean:F2}, {features.CorrelationMin:F2} | {features.SlopeDbPerOctave:F1} | {words} | {band.DropLu:F1}, {band.BandDropLu:F1} | {band.BassOnKicks:P0} | {band.LowThirds} | {(defects.Count == 0 ? "-" : string.Join("; ", defects))} |"
            )
            .Replace("NaN", "-", StringComparison.Ordinal);
    }
}
