using System.Diagnostics;
using System.Globalization;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Forces each sung line to its words with pocketsphinx, and to another line's words as a control.</summary>
internal sealed class LineListener
{
    private const string Model = "/usr/share/pocketsphinx/model/en-us";
    private const double Margin = 0.4;
    private readonly string _folder;

    public LineListener(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        _folder = Directory.CreateDirectory(folder).FullName;
    }

    public Heard Listen(Song song, AudioBuffer voice, LyricTimes times)
    {
        var phrases = song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).ToList();
        var mono = voice.Left.Zip(voice.Right, (l, r) => (l + r) / 2).ToArray();
        WriteDictionary(phrases);
        for (var i = 0; i < phrases.Count; i++)
        {
            var line = times.Lines[i];
            var from = (int)(Math.Max(0, line.Start - Margin) * voice.Rate);
            var to = Math.Min(mono.Length, (int)((line.End + Margin) * voice.Rate));
            Wave.WriteForRecogniser(Path.Combine(_folder, Name(i) + ".wav"), mono[from..to], voice.Rate);
        }

        var own = Align(phrases, offset: 0);
        var other = Align(phrases, offset: Math.Max(1, phrases.Count / 2 - 1));
        return new Heard(Energy(song, mono), Share(own, phrases), Wins(own, other), Onset(own, times));
    }

    private static string Name(int line) => string.Create(CultureInfo.InvariantCulture, $"line{line:D3}");

    // A word of its own for each pronunciation that the singer used, so that the judge listens for what was meant to be sung.
    private void WriteDictionary(List<VocalPhrase> phrases)
    {
        var entries = phrases
            .SelectMany(phrase => phrase.Words)
            .Select(word => $"{Label(word)} {Phones(word)}")
            .Distinct();
        File.WriteAllLines(Path.Combine(_folder, "own.dict"), entries.Order(StringComparer.Ordinal));
    }

    private static string Label(SungWord word) => "w_" + Phones(word).Replace(' ', '_').ToLowerInvariant();

    private static string Phones(SungWord word) =>
        string.Join(' ', word.Syllables.SelectMany(s => s.Phones).Select(p => p == "ax" ? "AH" : p.ToUpperInvariant()));

    private Dictionary<int, Alignment> Align(List<VocalPhrase> phrases, int offset)
    {
        var names = Enumerable.Range(0, phrases.Count).Select(Name).ToList();
        File.WriteAllLines(Path.Combine(_folder, "ctl"), names);
        for (var i = 0; i < phrases.Count; i++)
        {
            WriteGrammar(Name(i), [.. phrases[(i + offset) % phrases.Count].Words.Select(Label)]);
        }

        var output = Path.Combine(_folder, "seg");
        File.Delete(output);
        Run(
            $"-hmm {Model}/en-us -dict {_folder}/own.dict -ctl {_folder}/ctl -cepdir {_folder} -cepext .wav -adcin yes -adchdr 44"
                + $" -fsgctl {_folder}/ctl -fsgdir {_folder} -fsgext .fsg -hypseg {output} -beam 1e-80 -wbeam 1e-60 -pbeam 1e-80 -logfn /dev/null"
        );
        return File.ReadLines(output)
            .Select(Alignment.Parse)
            .Where(a => a is not null)
            .ToDictionary(a => a!.Line, a => a!);
    }

    // A grammar with one way through: the words in order, with silence allowed between them.
    private void WriteGrammar(string name, string[] words)
    {
        var rows = words.Select(
            (word, i) => string.Create(CultureInfo.InvariantCulture, $"TRANSITION {i} {i + 1} 1.0 {word}")
        );
        File.WriteAllLines(
            Path.Combine(_folder, name + ".fsg"),
            [
                $"FSG_BEGIN {name}",
                string.Create(CultureInfo.InvariantCulture, $"NUM_STATES {words.Length + 1}"),
                "START_STATE 0",
                string.Create(CultureInfo.InvariantCulture, $"FINAL_STATE {words.Length}"),
                .. rows,
                "FSG_END",
            ]
        );
    }

    private static double Share(Dictionary<int, Alignment> own, List<VocalPhrase> phrases) =>
        (double)own.Values.Count(a => a.Words.Count == phrases[a.Line].Words.Length) / phrases.Count;

    private static double Wins(Dictionary<int, Alignment> own, Dictionary<int, Alignment> other)
    {
        var wins = own.Values.Count(a =>
            a.Words.Count > 0 && (!other.TryGetValue(a.Line, out var o) || o.Words.Count == 0 || a.Score > o.Score)
        );
        return (double)wins / Math.Max(1, own.Count);
    }

    private static double Onset(Dictionary<int, Alignment> own, LyricTimes times)
    {
        var distances = new List<double>();
        foreach (var alignment in own.Values.Where(a => a.Words.Count == times.Lines[a.Line].Words.Length))
        {
            var line = times.Lines[alignment.Line];
            var start = Math.Max(0, line.Start - Margin);
            distances.AddRange(
                alignment.Words.Zip(line.Words, (heard, word) => Math.Abs(heard / 100.0 + start - word.Start) * 1000)
            );
        }

        return distances.Count == 0 ? double.NaN : distances.Order().ElementAt(distances.Count / 2);
    }

    // Voice within 30 dB of its loudest under the middle of every note.
    private static double Energy(Song song, float[] mono)
    {
        var map = new TimeMap(song.Tempos);
        var levels = new List<double>();
        foreach (var note in song.Vocals.Where(p => p.Layer == VoiceLayer.Lead).SelectMany(p => p.Notes))
        {
            var from = (int)(map.SecondsAt(note.Tick) * SampleRate.House);
            var to = Math.Min(mono.Length, (int)(map.SecondsAt(note.Tick + note.Length * 0.7) * SampleRate.House));
            levels.Add(mono.AsSpan(from, Math.Max(1, to - from)).ToArray().Average(x => (double)x * x));
        }

        var loud = levels.Order().ElementAt(levels.Count * 9 / 10);
        return (double)levels.Count(level => level > loud * 1e-3) / levels.Count;
    }

    private static void Run(string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("pocketsphinx_batch", arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("pocketsphinx_batch failed: " + error.Result);
        }
    }
}
