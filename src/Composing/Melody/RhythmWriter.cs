using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Places a line's syllables on sixteenths: draws whole rhythms from a chain of gaps learned from sung music, weighted by how stress
/// lies on beats, by the motif and by the time a syllable needs (forward filtering, backward sampling).
/// </summary>
internal sealed class RhythmWriter(GapTable gaps, StressTable stress, MetricGrid grid, MelodySheet sheet)
{
    private const int Priors = MelodyStatistics.Widest + 1;

    /// <summary>Several rhythms, each the onsets of all notes in sixteenths, rising.</summary>
    public ImmutableArray<ImmutableArray<int>> Draw(RhythmTask task, int count, RandomStream random)
    {
        var chain = new Chain(task, gaps, stress, grid, sheet);
        chain.Forward();
        return [.. Enumerable.Range(0, count).Select(_ => chain.Sample(random))];
    }

    private sealed class Chain(RhythmTask task, GapTable gaps, StressTable stress, MetricGrid grid, MelodySheet sheet)
    {
        private readonly int _count = task.Stress.Length;
        private readonly int _width = task.Slots + task.Pickup;
        private readonly int _longest = Math.Max(12, (2 * task.Slots / task.Stress.Length) + 2);
        private readonly double[] _alpha = new double[task.Stress.Length * (task.Slots + task.Pickup) * Priors];
        private readonly bool[] _motif = Marks(task);

        public void Forward()
        {
            for (var x = 0; x < _width; x++)
            {
                _alpha[At(0, x, 0)] = Start(x - task.Pickup) * Own(0, x);
            }

            for (var i = 1; i < _count; i++)
            {
                Row(i);
            }
        }

        public ImmutableArray<int> Sample(RandomStream random)
        {
            var slots = new int[_count];
            var (x, prior) = Last(random);
            for (var i = _count - 1; ; i--)
            {
                slots[i] = x - task.Pickup;
                if (i == 0)
                {
                    return [.. slots];
                }

                (x, prior) = Before(i, x, prior, random);
            }
        }

        private int At(int i, int x, int prior) => (((i * _width) + x) * Priors) + prior;

        private void Row(int i)
        {
            var total = 0.0;
            for (var x = i; x < _width; x++)
            {
                var own = Own(i, x);
                for (var gap = 1; gap <= Math.Min(_longest, x); gap++)
                {
                    var weight = own * Move(x - gap, gap);
                    var sum = 0.0;
                    for (var prior = 0; prior < Priors; prior++)
                    {
                        sum += _alpha[At(i - 1, x - gap, prior)] * gaps.Of(x - gap - task.Pickup, prior, gap);
                    }

                    _alpha[At(i, x, Math.Min(gap, Priors - 1))] += sum * weight;
                    total += sum * weight;
                }
            }

            for (var k = At(i, 0, 0); total > 0 && k < At(i + 1, 0, 0); k++)
            {
                _alpha[k] /= total;
            }
        }

        private (int X, int Prior) Last(RandomStream random)
        {
            var weights = new double[_width * Priors];
            for (var x = 0; x < _width; x++)
            {
                var end = End(x - task.Pickup);
                for (var prior = 0; prior < Priors; prior++)
                {
                    weights[(x * Priors) + prior] = _alpha[At(_count - 1, x, prior)] * end;
                }
            }

            var picked = random.PickWeighted(weights);
            return (picked / Priors, picked % Priors);
        }

        private (int X, int Prior) Before(int i, int x, int prior, RandomStream random)
        {
            var shortest = Math.Max(1, prior);
            var longest = prior < Priors - 1 ? shortest : Math.Min(_longest, x);
            var weights = new double[(longest - shortest + 1) * Priors];
            for (var gap = shortest; gap <= longest; gap++)
            {
                for (var p = 0; p < Priors; p++)
                {
                    weights[((gap - shortest) * Priors) + p] =
                        _alpha[At(i - 1, x - gap, p)] * gaps.Of(x - gap - task.Pickup, p, gap) * Move(x - gap, gap);
                }
            }

            var picked = random.PickWeighted(weights);
            return (x - shortest - (picked / Priors), picked % Priors);
        }

        private double Own(int i, int x)
        {
            var slot = x - task.Pickup;
            var felt =
                i == _count - 1 && _count > 1
                    ? stress.End(task.Stress[i], slot, task.Early)
                    : stress.Of(task.Stress[i], slot);
            var weight = felt * Loose(slot);

            return task.Motif.IsEmpty ? weight
                : _motif[x] ? weight * (1 + (7 * task.Pull))
                : weight * (1 - (0.75 * task.Pull));
        }

        private double Loose(int slot) =>
            grid.Strength(slot) switch
            {
                > 0.5 => 1,
                > 0.1 => 0.5 + (1.1 * sheet.Syncopation),
                _ => 0.25 + (1.8 * sheet.Syncopation),
            };

        // What a gap costs beside its own probability: too little time to sing, onsets of the motif that are passed over.
        private double Move(int from, int gap)
        {
            var seconds = gap * task.SlotSeconds;
            var weight = seconds >= task.ShortestSeconds ? 1 : 0.05 * seconds / task.ShortestSeconds;
            for (var x = from + 1; task.Pull > 0 && x < from + gap; x++)
            {
                weight *= _motif[x] ? 1 - (0.6 * task.Pull) : 1;
            }

            return weight + 1e-12;
        }

        private double Start(int slot)
        {
            if (!task.Motif.IsEmpty && task.Pull > 0.3)
            {
                var off = Math.Abs(slot - task.Motif[0]);
                return 1 / (1.0 + (off * off));
            }

            var early = slot < 0 ? 0.3 + (1.6 * sheet.Pickups) : 1;
            return slot > grid.Steps / 2 ? 1e-6 : early * gaps.Start(slot);
        }

        private double End(int slot)
        {
            var rest = Math.Max(1, Math.Min(4, task.Slots / 8));
            var late = slot - (task.Slots - 1 - rest);
            var off = (slot - (task.Slots * task.Fill)) / 3;
            return (late > 0 ? 0.05 / late : 1) / (1 + (off * off));
        }

        private static bool[] Marks(RhythmTask task)
        {
            var marks = new bool[task.Slots + task.Pickup];
            foreach (var slot in task.Motif.Where(slot => slot >= -task.Pickup && slot < task.Slots))
            {
                marks[slot + task.Pickup] = true;
            }

            return marks;
        }
    }
}
