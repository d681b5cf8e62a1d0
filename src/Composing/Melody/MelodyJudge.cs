using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Ranks drafts of a whole sung part: a chorus that rises and holds the summit, a range of a singer, moves as people sing.</summary>
internal static class MelodyJudge
{
    /// <summary>Higher is better.</summary>
    public static double Score(ImmutableArray<VocalPhrase> phrases, FormPlan form, Direction direction)
    {
        var sung = phrases.Where(phrase => !phrase.Rap).ToList();
        if (sung.Count == 0)
        {
            return 0;
        }

        var keys = sung.SelectMany(phrase => phrase.Notes).Select(note => note.Key).ToList();
        var range = keys.Max() - keys.Min();
        return Lift(sung, form, direction)
            - (0.25 * Math.Max(0, 15 - range))
            - (0.02 * Math.Abs(Spread(keys) - 5.6))
            - Moves(sung);
    }

    private static double Lift(List<VocalPhrase> sung, FormPlan form, Direction direction)
    {
        var chorus = Keys(sung, form, direction, "chorus");
        var verse = Keys(sung, form, direction, "verse");
        if (chorus.Count == 0 || verse.Count == 0)
        {
            return 0;
        }

        var lift = chorus[chorus.Count / 2] - verse[verse.Count / 2];
        return Math.Min(0, 0.5 * (lift - 4)) + (chorus[^1] > verse[^1] ? 1 : 0);
    }

    private static List<int> Keys(List<VocalPhrase> sung, FormPlan form, Direction direction, string kind)
    {
        var keys = new List<int>();
        var tick = 0;
        foreach (var section in form.Sections)
        {
            var end = tick + (section.Bars * direction.Meter.TicksPerBar);
            if (section.Kind == kind)
            {
                keys.AddRange(
                    sung.Where(phrase => phrase.Notes[^1].Tick >= tick && phrase.Notes[^1].Tick < end)
                        .SelectMany(phrase => phrase.Notes)
                        .Select(note => note.Key - section.Transpose)
                );
            }

            tick = end;
        }

        keys.Sort();
        return keys;
    }

    // How many pitch classes there seem to be: one over the chance that two notes share theirs.
    private static double Spread(List<int> keys)
    {
        var shares = keys.GroupBy(key => key % 12).Select(group => (double)group.Count() / keys.Count);
        return 1 / shares.Sum(share => share * share);
    }

    private static double Moves(List<VocalPhrase> sung)
    {
        var moves = sung.SelectMany(phrase => phrase.Notes.Zip(phrase.Notes.Skip(1), (a, b) => Math.Abs(b.Key - a.Key)))
            .ToList();
        double Share(Func<int, bool> kind) => (double)moves.Count(kind) / Math.Max(1, moves.Count);
        return (2 * Math.Abs(Share(move => move == 0) - 0.23))
            + (2 * Math.Abs(Share(move => move is 1 or 2) - 0.45))
            + (4 * Math.Abs(Share(move => move > 4) - 0.14));
    }
}
