using System.Globalization;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>Word error rates of takes.</summary>
internal sealed class WordBench(string folder, Options options)
{
    // Chosen on tuning lines as the first generation sang them; see bench/results/singing.md.
    public const string ClosedPenalty = "1e-8";
    public const string OpenPenalty = "1e-6";

    private readonly Recogniser _recogniser = new(folder, options.Jobs);

    public static SearchSettings Closed { get; } = new(BenchLines.Vocabulary, ClosedPenalty, SearchSettings.WideBeams);

    public static SearchSettings Open { get; } = new(null, OpenPenalty, SearchSettings.NarrowBeams);

    /// <summary>Puts takes where the recogniser finds them.</summary>
    public void Add(IReadOnlyList<Take> takes)
    {
        foreach (var take in takes)
        {
            _recogniser.Add(take.Name, take.Sung.Samples, 44100);
        }
    }

    /// <summary>Speaks the lines and counts as if they were takes.</summary>
    public WordCount Spoken(string set, string[] lines, SearchSettings settings)
    {
        var names = lines
            .Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{set}-spoken-{i:00}"))
            .ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!File.Exists(Path.Combine(folder, names[i] + ".wav")))
            {
                var (samples, rate) = SpeakingVoice.Speak(lines[i], folder);
                _recogniser.Add(names[i], samples, rate);
            }
        }

        return Count(names, [.. lines.Select(WordErrors.Split)], settings);
    }

    /// <summary>Errors over all takes.</summary>
    public WordCount Count(IReadOnlyList<Take> takes, SearchSettings settings) =>
        Count([.. takes.Select(t => t.Name)], [.. takes.Select(t => t.Words)], settings);

    private WordCount Count(string[] names, string[][] words, SearchSettings settings)
    {
        var heard = _recogniser.Listen(names, settings);
        if (options.Has("show"))
        {
            for (var i = 0; i < names.Length; i++)
            {
                Console.WriteLine($"{names[i]}: {string.Join(' ', words[i])}  ->  {string.Join(' ', heard[i])}");
            }
        }

        return new WordCount(
            words.Select((w, i) => WordErrors.Count(w, heard[i])).Sum(),
            words.Sum(w => w.Length),
            heard.Sum(h => h.Length)
        );
    }
}
