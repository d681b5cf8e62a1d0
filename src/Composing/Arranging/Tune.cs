using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The tune that accompanists listen to: the lead voice, and melody instruments where it rests.</summary>
internal sealed class Tune
{
    private readonly ImmutableArray<(int Tick, int End, int Key)> _notes;

    public Tune(ImmutableArray<VocalPhrase> vocals, IEnumerable<Note> leads)
    {
        var sung = vocals.SelectMany(phrase => phrase.Notes).Select(n => (n.Tick, End: n.Tick + n.Length, n.Key));
        _notes =
        [
            .. sung.Concat(leads.Select(n => (n.Tick, End: n.Tick + n.Length, n.Key)))
                .OrderBy(n => n.Tick)
                .ThenBy(n => n.Key),
        ];
    }

    /// <summary>The key that sounds at a tick; -1 where the tune rests.</summary>
    public int KeyAt(int tick)
    {
        var i = Before(tick);
        for (var j = i; j >= 0 && j > i - 4; j--)
        {
            if (_notes[j].End > tick)
            {
                return _notes[j].Key;
            }
        }

        return -1;
    }

    /// <summary>The key that sounds at a tick or sounded last before it; -1 before the first.</summary>
    public int LastAt(int tick)
    {
        var i = Before(tick);
        return i < 0 ? -1 : _notes[i].Key;
    }

    /// <summary>Whether a note of the tune starts in [from, to).</summary>
    public bool StartsIn(int from, int to)
    {
        var i = Before(to - 1);
        return i >= 0 && _notes[i].Tick >= from;
    }

    /// <summary>Where the tune rests for at least so many ticks within [from, to).</summary>
    public IEnumerable<(int From, int To)> Rests(int from, int to, int least)
    {
        var free = from;
        foreach (var note in _notes)
        {
            if (note.End <= from || note.Tick >= to)
            {
                continue;
            }

            if (note.Tick - free >= least)
            {
                yield return (free, note.Tick);
            }

            free = Math.Max(free, note.End);
        }

        if (to - free >= least)
        {
            yield return (free, to);
        }
    }

    /// <summary>Lowest and highest key of the tune in [from, to); null where it rests.</summary>
    public (int Low, int High)? RangeIn(int from, int to)
    {
        var (low, high) = (128, -1);
        for (var i = Before(to - 1); i >= 0 && _notes[i].Tick > from - 16 * Ticks.PerQuarter; i--)
        {
            if (_notes[i].End > from)
            {
                (low, high) = (Math.Min(low, _notes[i].Key), Math.Max(high, _notes[i].Key));
            }
        }

        return high < 0 ? null : (low, high);
    }

    // Index of the last note that starts at or before a tick; -1 for none.
    private int Before(int tick)
    {
        var (low, high) = (0, _notes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _notes[middle].Tick <= tick ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
