using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Gives a rhythm its pitches: many candidates by a noisy Viterbi search over scale and chord notes, the best one by rules and
/// statistics of sung melodies (unison .23, steps .45, leaps over four semitones .14, chord notes .65: POP909).
/// </summary>
internal sealed class TuneWriter(Key key, double leaps, bool pentatonic)
{
    private const int Candidates = 16;
    private static readonly double[] IntervalCost = [1.15, 0.35, 0, 0.6, 0.75, 1.05, 4.5, 1.35, 2.4, 2.2, 5, 6, 2.4];

    /// <summary>One key a note.</summary>
    public ImmutableArray<int> Write(TuneTask task, RandomStream random)
    {
        var best = ImmutableArray<int>.Empty;
        var bestScore = double.MinValue;
        for (var i = 0; i < Candidates; i++)
        {
            var tune = Search(task, random);
            var score = Judge(task, tune);
            if (score > bestScore)
            {
                (best, bestScore) = (tune, score);
            }
        }

        return best;
    }

    private ImmutableArray<int> Search(TuneTask task, RandomStream random)
    {
        var count = task.Chords.Length;
        var width = task.High - task.Low + 1;
        var cost = new double[count, width];
        var from = new int[count, width];
        for (var i = 0; i < count; i++)
        {
            for (var x = 0; x < width; x++)
            {
                var own = NoteCost(task, i, task.Low + x) + 0.55 * random.NextNormal();
                cost[i, x] = own;
                if (i == 0)
                {
                    continue;
                }

                var best = double.MaxValue;
                for (var y = 0; y < width; y++)
                {
                    var total = cost[i - 1, y] + Move(task, i, task.Low + y, task.Low + x);
                    if (total < best)
                    {
                        (best, from[i, x]) = (total, y);
                    }
                }

                cost[i, x] += best;
            }
        }

        return Trace(cost, from, task, count, width);
    }

    private static ImmutableArray<int> Trace(double[,] cost, int[,] from, TuneTask task, int count, int width)
    {
        var x = 0;
        for (var end = 1; end < width; end++)
        {
            if (cost[count - 1, end] < cost[count - 1, x])
            {
                x = end;
            }
        }

        var keys = new int[count];
        for (var i = count - 1; i >= 0; i--)
        {
            keys[i] = task.Low + x;
            x = from[i, x];
        }

        return [.. keys];
    }

    private double NoteCost(TuneTask task, int i, int pitch)
    {
        var degree = (((pitch - key.Tonic) % 12) + 12) % 12;
        var chord = task.Chords[i];
        var inChord = chord.Contains(pitch);
        var inScale = (pentatonic ? key.MelodyDegrees : key.Degrees).Contains(degree);
        var cost = 0.0;
        if (!inScale && !inChord)
        {
            cost += pentatonic && key.Degrees.Contains(degree) ? 2.2 : 9;
        }

        if (!inChord)
        {
            cost += 0.3 + 1.9 * task.Weights[i] + (Clashes(chord, pitch) ? 0.5 + 1.5 * task.Weights[i] : 0);
        }

        var place = task.Chords.Length < 2 ? 0.5 : (double)i / (task.Chords.Length - 1);
        var side = place < task.Peak ? place / Math.Max(task.Peak, 0.01) : (1 - place) / Math.Max(1 - task.Peak, 0.01);
        var wish = task.Centre + task.Arc * (side - 0.5);
        cost += 0.036 * (pitch - wish) * (pitch - wish);
        if (i == task.Chords.Length - 1)
        {
            cost += Cadence(task, degree, inChord);
        }

        return cost;
    }

    private double Cadence(TuneTask task, int degree, bool inChord)
    {
        var third = key.IsMinor ? 3 : 4;
        if (task.Closed)
        {
            return degree == 0 ? -1.4
                : degree == third ? -0.5
                : inChord ? 0
                : 1.5;
        }

        return degree == 0 ? 0.8
            : degree is 2 or 7 || degree == third || inChord ? -0.4
            : 1;
    }

    private static bool Clashes(Chord chord, int pitch) => chord.Contains(pitch - 1);

    private double Move(TuneTask task, int i, int before, int pitch)
    {
        var size = Math.Abs(pitch - before);
        var cost = size > 12 ? 12 : IntervalCost[size];
        if (size > 2)
        {
            cost *= 1.35 - leaps;
        }

        if (i < task.Motif.Length)
        {
            cost += 0.28 * Math.Abs(pitch - before - (task.Motif[i] - task.Motif[i - 1]));
        }

        return cost;
    }

    private static double Judge(TuneTask task, ImmutableArray<int> tune)
    {
        var moves = Math.Max(1, tune.Length - 1);
        int unisons = 0,
            steps = 0,
            chordNotes = 0,
            wild = 0,
            stuck = 0;
        for (var i = 0; i < tune.Length; i++)
        {
            chordNotes += task.Chords[i].Contains(tune[i]) ? 1 : 0;
            if (i == 0)
            {
                continue;
            }

            var size = Math.Abs(tune[i] - tune[i - 1]);
            unisons += size == 0 ? 1 : 0;
            steps += size is 1 or 2 ? 1 : 0;
            stuck += i > 2 && size == 0 && tune[i - 1] == tune[i - 2] && tune[i - 2] == tune[i - 3] ? 1 : 0;
            wild += i > 1 && Math.Abs(tune[i - 1] - tune[i - 2]) > 4 && size > 2 ? 1 : 0;
        }

        var range = tune.Max() - tune.Min();
        return -2.5 * Math.Abs((double)chordNotes / tune.Length - 0.68)
            - 1.6 * Math.Abs((double)unisons / moves - 0.22)
            - 1.2 * Math.Abs((double)steps / moves - 0.47)
            - 0.08 * Math.Abs(range - 8)
            - 0.5 * wild
            - 0.6 * stuck;
    }
}
