using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Gives a rhythm its pitches: draws whole tunes from a second-order chain of diatonic moves learned from sung music, weighted by how
/// chord notes lie on strong and long notes, by the line's arc, its cadence and the tune it answers (forward filtering, backward
/// sampling).
/// </summary>
internal sealed class TuneWriter(MelodyStatistics sung, Key key, MelodySheet sheet, MelodyCharacter character)
{
    private const int Classes = 7;
    private static readonly int[] StepOfSemitone = [0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6];
    private readonly double[] _moves = Moves(sung, sheet, character);
    private readonly ToneTable _tones = new(sung, key, sheet.Pentatonic, character.Tension);

    /// <summary>Several tunes, each one key a note.</summary>
    public ImmutableArray<ImmutableArray<int>> Draw(TuneTask task, int count, RandomStream random)
    {
        var keys = Candidates(task);
        var moves = Matrix(keys);
        var alpha = Forward(task, keys, moves, Own(task, keys));
        return [.. Enumerable.Range(0, count).Select(_ => Sample(task, keys, moves, alpha, random))];
    }

    // For each pair of keys the class of the move between them, and its weight after each class of move.
    private (int[] Class, double[] Weight) Matrix(int[] keys)
    {
        var width = keys.Length;
        var classes = new int[width * width];
        var weights = new double[width * width * Classes];
        for (var pair = 0; pair < classes.Length; pair++)
        {
            var (y, x) = (keys[pair / width], keys[pair % width]);
            classes[pair] = Math.Clamp(Step(x) - Step(y), -3, 3) + 3;
            for (var c = 0; c < Classes; c++)
            {
                weights[(pair * Classes) + c] = Move(y, x, c);
            }
        }

        return (classes, weights);
    }

    private static double[] Forward(TuneTask task, int[] keys, (int[] Class, double[] Weight) moves, double[] own)
    {
        var (count, width) = (task.Chords.Length, keys.Length);
        var alpha = new double[count * width * Classes];
        for (var x = 0; x < width; x++)
        {
            alpha[(x * Classes) + 3] = own[x];
        }

        for (var i = 1; i < count; i++)
        {
            var total = 0.0;
            for (var x = 0; x < width; x++)
            {
                for (var y = 0; y < width; y++)
                {
                    var pair = (y * width) + x;
                    var sum = 0.0;
                    for (var c = 0; c < Classes; c++)
                    {
                        sum += alpha[((((i - 1) * width) + y) * Classes) + c] * moves.Weight[(pair * Classes) + c];
                    }

                    var weight = sum * own[(i * width) + x] * Joint(task, i, keys[y], keys[x]);
                    alpha[(((i * width) + x) * Classes) + moves.Class[pair]] += weight;
                    total += weight;
                }
            }

            for (var k = i * width * Classes; total > 0 && k < (i + 1) * width * Classes; k++)
            {
                alpha[k] /= total;
            }
        }

        return alpha;
    }

    private static ImmutableArray<int> Sample(
        TuneTask task,
        int[] keys,
        (int[] Class, double[] Weight) moves,
        double[] alpha,
        RandomStream random
    )
    {
        var (count, width) = (task.Chords.Length, keys.Length);
        var tune = new int[count];
        var state = random.PickWeighted(alpha[((count - 1) * width * Classes)..]);
        for (var i = count - 1; i >= 0; i--)
        {
            var (x, c) = (state / Classes, state % Classes);
            tune[i] = keys[x];
            if (i == 0)
            {
                break;
            }

            var weights = new double[width * Classes];
            for (var y = 0; y < width; y++)
            {
                var pair = (y * width) + x;
                var outer = Joint(task, i, keys[y], keys[x]);
                for (var before = 0; before < Classes && moves.Class[pair] == c; before++)
                {
                    weights[(y * Classes) + before] =
                        alpha[((((i - 1) * width) + y) * Classes) + before]
                        * moves.Weight[(pair * Classes) + before]
                        * outer;
                }
            }

            state = random.PickWeighted(weights);
        }

        return [.. tune];
    }

    // What depends on two neighbouring notes and where they stand: the bass under them, the tones of their words.
    private static double Joint(TuneTask task, int i, int before, int pitch)
    {
        var outer = Outer(task, i, before, pitch);
        return task.Tones.IsEmpty ? outer : outer * ToneMotion.Weight(task.Tones[i - 1], task.Tones[i], pitch - before);
    }

    // Fifths and octaves that go on in parallel between the tune and the bass.
    private static double Outer(TuneTask task, int i, int before, int pitch)
    {
        var (under, now) = (task.Chords[i - 1].Bass, task.Chords[i].Bass);
        if (under == now || before == pitch)
        {
            return 1;
        }

        var distance = (pitch - now + 120) % 12;
        return distance is 0 or 7 && distance == (before - under + 120) % 12 ? 0.04 : 1;
    }

    private double[] Own(TuneTask task, int[] keys)
    {
        var count = task.Chords.Length;
        var own = new double[count * keys.Length];
        for (var i = 0; i < count; i++)
        {
            for (var x = 0; x < keys.Length; x++)
            {
                own[(i * keys.Length) + x] = Weight(task, i, keys[x]);
            }
        }

        return own;
    }

    private double Weight(TuneTask task, int i, int pitch)
    {
        var weight = _tones.Of(task.Chords[i], task.Places[i], task.Lengths[i], pitch);
        if (i == task.Chords.Length - 1)
        {
            weight *= _tones.Final(pitch, task.Closed, task.Chords[i]);
        }

        if (task.Targets[i] > 0)
        {
            var off = pitch - task.Targets[i];
            var loose = (1 - task.Pull) * (1 - task.Pull);
            weight *= loose + (1 / (1 + (off * off / loose)));
            return weight + 1e-9;
        }

        var place = task.Chords.Length < 2 ? 0.5 : (double)i / (task.Chords.Length - 1);
        var side = place < task.Peak ? place / Math.Max(task.Peak, 0.01) : (1 - place) / Math.Max(1 - task.Peak, 0.01);
        var away = (pitch - (task.Centre + (task.Arc * (side - 0.5)))) / 5.5;
        var bell = 1 / (1 + (away * away));
        return (weight * bell * bell) + 1e-9;
    }

    private int[] Candidates(TuneTask task)
    {
        var result = new List<int>();
        for (var pitch = task.Low; pitch <= task.High; pitch++)
        {
            var degree = (pitch - key.Tonic + 120) % 12;
            var allowed = key.Degrees.Contains(degree);
            for (var i = 0; i < task.Chords.Length && !allowed; i++)
            {
                allowed = task.Chords[i].Contains(pitch);
            }

            if (allowed)
            {
                result.Add(pitch);
            }
        }

        return [.. result];
    }

    private int Step(int pitch)
    {
        var from = pitch - key.Tonic + 120;
        return (from / 12 * 7) + StepOfSemitone[from % 12];
    }

    private double Move(int before, int pitch, int c)
    {
        var semitones = Math.Abs(pitch - before);
        if (semitones > 12)
        {
            return 0;
        }

        var step = Math.Clamp(Step(pitch) - Step(before), -MelodyStatistics.Widest, MelodyStatistics.Widest);
        var weight = _moves[(c * ((2 * MelodyStatistics.Widest) + 1)) + step + MelodyStatistics.Widest];
        return semitones switch
        {
            6 or 10 or 11 => 0.3 * weight,
            1 when step == 0 => 0.1 * weight,
            _ => weight,
        };
    }

    private static double[] Moves(MelodyStatistics sung, MelodySheet sheet, MelodyCharacter character)
    {
        var span = (2 * MelodyStatistics.Widest) + 1;
        var result = new double[Classes * span];
        for (var c = 0; c < Classes; c++)
        {
            var row = sung.Moves[(c - 3).ToString(System.Globalization.CultureInfo.InvariantCulture)];
            for (var m = 0; m < span; m++)
            {
                var size = Math.Abs(m - MelodyStatistics.Widest);
                var factor = size switch
                {
                    0 => character.Unisons,
                    > 2 => (0.65 + sheet.Leaps) * character.Leaps,
                    _ => 1,
                };
                result[(c * span) + m] = row[m] * factor;
            }
        }

        return result;
    }
}
