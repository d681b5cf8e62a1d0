using System.Diagnostics;
using Troubadour.Audio;

namespace Troubadour.Analysis.Bench;

/// <summary>Analyses rendered songs; every third one, by name, is for tuning, the others are held out.</summary>
internal sealed class SongBench(string folder, string part)
{
    /// <summary>The songs for tuning, or the others.</summary>
    public IReadOnlyList<SongRow> Run(bool tuning)
    {
        var folders = Folders(folder);
        var rows = new List<SongRow>();
        for (var k = 0; k < folders.Count; k++)
        {
            if (k % 3 == 0 == tuning && folders[k].Contains(part, StringComparison.Ordinal))
            {
                rows.Add(Analyse(folders[k]));
                Console.WriteLine(ScoreTable.Row(rows[^1].Mix) + " " + rows[^1].Mix.Remark);
                Console.WriteLine(rows[^1].Band.Row(line => line.F));
            }
        }

        return rows;
    }

    /// <summary>The songs of a folder by name.</summary>
    public static List<string> Folders(string folder) =>
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];

    private static SongRow Analyse(string song)
    {
        var truth = SongTruth.Read(song);
        var audio = Read(Path.Combine(song, "master.wav"))!;
        var voice = Fit(Read(Path.Combine(song, "stems", "vocals.wav")), audio.Length);
        var bass = Fit(Read(Path.Combine(song, "stems", "bass.wav")), audio.Length);
        var stems = SeparatedStems.Of(song, audio);
        var (separated, cpu) = Measure(
            audio,
            new()
            {
                Threads = 1,
                Voice = stems.Vocals,
                Bass = stems.Bass,
                Drums = stems.Drums,
                Other = stems.Other,
            }
        );
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
            SongScore.Of(truth, separated, cpu),
            BandScore.Of(truth, separated, cpu),
            Baselines.Of(audio, truth)
        );
    }

    private static SongScore Score(SongTruth truth, AudioBuffer audio, AnalysisOptions options)
    {
        var (document, cpu) = Measure(audio, options);
        return SongScore.Of(truth, document, cpu);
    }

    private static (AnalysisDocument Document, double Cpu) Measure(AudioBuffer audio, AnalysisOptions options)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var document = SongAnalyser.Analyse(audio, options);
        process.Refresh();
        return (document, (process.TotalProcessorTime - before).TotalSeconds);
    }

    /// <summary>A WAV as stereo; null where there is none.</summary>
    public static AudioBuffer? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        return WavReader.Read(stream).ToStereo();
    }

    /// <summary>A stem with as many frames as its song.</summary>
    public static AudioBuffer? Fit(AudioBuffer? stem, int length)
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
