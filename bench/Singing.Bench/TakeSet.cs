using System.Diagnostics;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>Sings the lines of a set.</summary>
internal sealed class TakeSet(Singer singer, Pronouncer pronouncer, Options options)
{
    /// <summary>CPU seconds of all singing so far.</summary>
    public double CpuSeconds { get; private set; }

    /// <summary>The takes of one gender, each line at one tempo in rotation, or at all of them when that is asked.</summary>
    public IReadOnlyList<Take> Sing(string set, string[] lines, Gender gender)
    {
        var voice = new VoiceSpec(gender, options.Timbre);
        var takes = new List<Take>();
        for (var i = 0; i < Math.Min(lines.Length, options.Lines); i++)
        {
            var own = Tune.Tempi[(i + (int)gender) % Tune.Tempi.Length];
            foreach (var tempo in options.Has("every-tempo") ? Tune.Tempi : [own])
            {
                var score = Tune.Of(pronouncer.Line(lines[i]), gender, i, tempo);
                var name = string.Create(CultureInfo.InvariantCulture, $"{set}-{gender}-{i:00}-{tempo}");
                takes.Add(new Take(name, WordErrors.Split(lines[i]), score, voice, Timed(score, voice)));
            }
        }

        return takes;
    }

    private SungPhrase Timed(PhraseScore score, VoiceSpec voice)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var sung = singer.Sing(score, voice, 1);
        process.Refresh();
        CpuSeconds += (process.TotalProcessorTime - before).TotalSeconds;
        return sung;
    }
}
