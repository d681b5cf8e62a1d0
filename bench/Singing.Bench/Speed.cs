using System.Diagnostics;
using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>Seconds of voice that one core sings in a CPU second.</summary>
/// <param name="Best">The best repetition.</param>
/// <param name="Middle">The median repetition.</param>
internal readonly record struct Speed(double Best, double Middle)
{
    private const int WarmUps = 2;
    private const int Repetitions = 7;

    /// <summary>Sings all scores on one thread, warm, several times over; each time as a take of its own.</summary>
    public static Speed Of(Singer singer, IReadOnlyList<(PhraseScore Score, VoiceSpec Voice)> phrases)
    {
        var rates = new List<double>();
        for (var round = 0; round < WarmUps + Repetitions; round++)
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var seconds = phrases.Sum(p => singer.Sing(p.Score, p.Voice, round).Samples.Length / 44100.0);
            process.Refresh();
            if (round >= WarmUps)
            {
                rates.Add(seconds / (process.TotalProcessorTime - before).TotalSeconds);
            }
        }

        return new Speed(rates.Max(), Measures.Median.Of(rates));
    }
}
