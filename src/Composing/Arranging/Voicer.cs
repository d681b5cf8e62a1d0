using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Voices chords so that each hand moves as little as it can: nearest inversions, no third below E3.</summary>
internal sealed class Voicer(int low, int high, int voices)
{
    private const int LowestThird = 52;
    private ImmutableArray<int> _last = [];

    /// <summary>The chord's keys, rising.</summary>
    public ImmutableArray<int> Voice(Chord chord)
    {
        var best = ImmutableArray<int>.Empty;
        var bestCost = double.MaxValue;
        for (var start = low; start <= Math.Max(low, high - 7); start++)
        {
            if (!chord.Contains(start))
            {
                continue;
            }

            var keys = Build(chord, start);
            var cost = Cost(keys, chord);
            if (cost < bestCost)
            {
                (best, bestCost) = (keys, cost);
            }
        }

        _last = best;
        return best;
    }

    private ImmutableArray<int> Build(Chord chord, int start)
    {
        // Two notes are the root and its fifth: what distorted guitars play.
        if (voices == 2)
        {
            var root = start + (((chord.Root - start) % 12) + 12) % 12;
            return [root, root + (chord.Intervals.Contains(6) && !chord.Intervals.Contains(7) ? 6 : 7)];
        }

        var keys = ImmutableArray.CreateBuilder<int>();
        for (var key = start; key <= high && keys.Count < voices; key++)
        {
            if (chord.Contains(key) && (keys.Count == 0 || key - keys[^1] > 1))
            {
                keys.Add(key);
            }
        }

        return keys.ToImmutable();
    }

    private double Cost(ImmutableArray<int> keys, Chord chord)
    {
        var missing =
            voices == 2
                ? 0
                : chord.Intervals.Count(interval => !keys.Any(key => key % 12 == (chord.Root + interval) % 12));
        var cost = 6.0 * missing + 3.0 * Math.Max(0, voices - keys.Length);
        for (var i = 1; i < keys.Length; i++)
        {
            cost += keys[i - 1] < LowestThird && keys[i] - keys[i - 1] < 5 ? 25 : 0;
        }

        if (_last.IsEmpty)
        {
            return cost + Math.Abs(keys.Average() - (low + high) / 2.0);
        }

        var common = Math.Min(keys.Length, _last.Length);
        for (var i = 0; i < common; i++)
        {
            cost += Math.Abs(keys[^(i + 1)] - _last[^(i + 1)]);
        }

        return cost + 0.25 * Math.Abs(keys.Average() - (low + high) / 2.0);
    }
}
