using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>Sings the lines of a set.</summary>
internal sealed class Performer(Singer singer, Pronouncer pronouncer, Options options)
{
    /// <summary>The takes of one gender, each line at one tempo in rotation, or at all of them when that is asked.</summary>
    public IReadOnlyList<Recording> Sing(string set, IReadOnlyList<string> lines, Gender gender)
    {
        var takes = new List<Recording>();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var tempo in options.Has("every-tempo") ? Tune.Tempi : [TempoOf(i, gender)])
            {
                var score = Tune.Of(pronouncer.Line(lines[i]), gender, i, tempo);
                var name = string.Create(CultureInfo.InvariantCulture, $"{set}-{gender}-{i:00}-{tempo}");
                var sung = singer.Sing(score, new VoiceSpec(gender, options.Timbre), 1);
                takes.Add(Recording.Of(name, lines[i], score, sung));
            }
        }

        return takes;
    }

    /// <summary>The scores of a set, as they are sung.</summary>
    public PhraseScore[] Scores(IReadOnlyList<string> lines, Gender gender) =>
        [.. lines.Select((l, i) => Tune.Of(pronouncer.Line(l), gender, i, TempoOf(i, gender)))];

    private static int TempoOf(int line, Gender gender) => Tune.Tempi[(line + (int)gender) % Tune.Tempi.Length];
}
