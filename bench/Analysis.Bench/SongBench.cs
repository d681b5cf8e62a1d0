using System.Diagnostics;
using Troubadour.Audio;

namespace Troubadour.Analysis.Bench;

/// <summary>Analyses rendered songs; every third one, by name, is for tuning, the others are held out.</summary>
internal sealed class SongBench(string folder, string part)
{
    /// <summary>The songs for tuning, or the others.</summary>
    public IReadOnlyList<SongRow> Run(bool tuning)
    {
        var folders = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList();
        var rows = new List<SongRow>();
        for (var k = 0; k < folders.Count; k++)
        {
            if (k % 3 == 0 == tuning && folders[k].Contains(part, StringComparison.Ordinal))
            {
                rows.Add(Analyse(folders[k]));
                Console.WriteLine(ScoreTable.Row(rows[^1].Mix) + " " + rows[^1].Mix.Remark);
            }
        }

        return rows;
    }

    private static SongRow Analyse(string song)
    {
        var truth = SongTruth.Read(song);
        var audio = Read(Path.Combine(song, "master.wav"))!;
        var voice = Fit(Read(Path.Combine(song, "stems", "vocals.wav")), audio.Length);
        var bass = Fit(Read(Path.Combine(song, "stems", "bass.wav")), audio.Length);
        return new(
            Score(truth, audio, new() { Threads = 1 }),
            Score(
                truth,
                audio,
                new()
                {
                    Threads = 1,
                    Voice = voice,
                    Bass = bass,
                }
            ),
            Baselines.Of(audio, truth)
        );
    }

    private static SongScore Score(SongTruth truth, AudioBuffer audio, AnalysisOptions options)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var document = SongAnalyser.Analyse(audio, options);
        process.Refresh();
        return SongScore.Of(truth, document, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static AudioBuffer? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        return WavReader.Read(stream).ToStereo();
    }

    private static AudioBuffer? Fit(AudioBuffer? stem, int length)
    {
        if (stem is null)
        {
            return null;
        }

        var fitted = new AudioBuffer(length);
        stem.Left.AsSpan(0, Math.Min(length, stem.Length)).CopyTo(fitted.Left);
        stem.Right.AsSpan(0, Math.Min(length, stem.Length)).CopyTo(fitted.Right);
        return fitted;
    }
}
