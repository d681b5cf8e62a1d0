using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Shares the breaths of a tune among lines, in their order: the way through all that leaves least notes without syllables and least syllables
/// without notes. Breaths may stay unsung; lines for which there is no room get none.
/// </summary>
/// <param name="bar">Ticks of a bar.</param>
/// <param name="breaths">The breaths in rising time, each with a note or more.</param>
internal sealed class BreathGroups(int bar, IReadOnlyList<ImmutableArray<VocalNote>> breaths)
{
    private const int MostBreaths = 6;
    private const double UnsungNote = 0.6;
    private const double UnsungLine = 40;
    private const double MissingNote = 1.3;
    private const double LongRest = 5;

    private readonly List<ImmutableArray<VocalNote>> _breaths = [.. breaths];

    /// <summary>The notes of every line; empty where a line has no room.</summary>
    /// <param name="syllables">The syllables of the lines.</param>
    public ImmutableArray<ImmutableArray<VocalNote>> For(ImmutableArray<int> syllables)
    {
        while (_breaths.Count < syllables.Length && PartOne()) { }

        var (lines, count) = (syllables.Length, _breaths.Count);
        var cost = new double[lines + 1, count + 1];
        var taken = new int[lines + 1, count + 1];
        for (var l = 0; l <= lines; l++)
        {
            for (var b = 0; b <= count; b++)
            {
                (cost[l, b], taken[l, b]) = Best(cost, syllables, l, b);
            }
        }

        return Way(taken, lines, count);
    }

    // What the last move was: 0 a breath is left out, -1 a line is, else how many breaths the line takes.
    private (double Cost, int Taken) Best(double[,] cost, ImmutableArray<int> syllables, int line, int breath)
    {
        if (line == 0 && breath == 0)
        {
            return (0, 0);
        }

        var best = (Cost: double.PositiveInfinity, Taken: 0);
        if (breath > 0)
        {
            best = (cost[line, breath - 1] + UnsungNote * _breaths[breath - 1].Length, 0);
        }

        if (line > 0 && cost[line - 1, breath] + UnsungLine < best.Cost)
        {
            best = (cost[line - 1, breath] + UnsungLine, -1);
        }

        for (var take = 1; line > 0 && take <= Math.Min(MostBreaths, breath); take++)
        {
            var all = cost[line - 1, breath - take] + Cost(breath - take, take, syllables[line - 1]);
            if (all < best.Cost)
            {
                best = (all, take);
            }
        }

        return best;
    }

    private double Cost(int first, int take, int syllables)
    {
        var notes = 0;
        var cost = 0.0;
        for (var i = first; i < first + take; i++)
        {
            notes += _breaths[i].Length;
            if (i > first)
            {
                var last = _breaths[i - 1][^1];
                cost += 1 + (_breaths[i][0].Tick - last.Tick - last.Length > bar ? LongRest : 0);
            }
        }

        return cost + (notes > syllables ? notes - syllables : MissingNote * (syllables - notes));
    }

    private ImmutableArray<ImmutableArray<VocalNote>> Way(int[,] taken, int lines, int count)
    {
        var groups = new ImmutableArray<VocalNote>[lines];
        Array.Fill(groups, []);
        var (l, b) = (lines, count);
        while (l > 0 || b > 0)
        {
            var take = taken[l, b];
            if (take > 0)
            {
                groups[l - 1] = [.. _breaths.Skip(b - take).Take(take).SelectMany(notes => notes)];
            }

            (l, b) =
                take == 0 ? (l, b - 1)
                : take < 0 ? (l - 1, b)
                : (l - 1, b - take);
        }

        return [.. groups];
    }

    // The longest breath is parted behind its longest note.
    private bool PartOne()
    {
        var longest = Enumerable.Range(0, _breaths.Count).MaxBy(i => _breaths[i].Length);
        var notes = _breaths[longest];
        if (notes.Length < 4)
        {
            return false;
        }

        var cut = Enumerable.Range(2, notes.Length - 3).MaxBy(i => notes[i].Tick - notes[i - 1].Tick);
        _breaths[longest] = notes[..cut];
        _breaths.Insert(longest + 1, notes[cut..]);
        return true;
    }
}
