using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Joins what is played before, between and after two bar lines. Players are a little early or late: a note that sounds at most
/// <see cref="EarlySeconds"/> before a bar line was written on it.
/// </summary>
internal sealed class Splice
{
    /// <summary>How far before its beat a player may strike, in seconds.</summary>
    public const double EarlySeconds = 0.03;
    private readonly int _from;
    private readonly int _to;
    private readonly int _earlyFrom;
    private readonly int _earlyTo;
    private readonly int _lateFrom;
    private readonly SplicedControls _controls;

    /// <summary>New music between two bar lines; <paramref name="to"/> may be null for music that goes on to the end.</summary>
    public Splice(TimeMap map, int from, int? to)
    {
        _controls = new SplicedControls(map);
        _from = from;
        _to = to ?? int.MaxValue;
        _earlyFrom = Early(map, from);
        _earlyTo = to is { } end ? Early(map, end) : int.MaxValue;
        _lateFrom = (int)map.TickAt(map.SecondsAt(from) + EarlySeconds);
    }

    private bool GoesOn => _to == int.MaxValue;

    /// <summary>The parts of both: those of the same role and instrument are one.</summary>
    public ImmutableArray<Part> Join(ImmutableArray<Part> old, ImmutableArray<Part> added)
    {
        var left = added.ToList();
        var result = new List<Part>();
        foreach (var part in old)
        {
            var same =
                left.Find(other => other.Id == part.Id && IsSame(part, other))
                ?? left.Find(other => IsSame(part, other))
                ?? left.Find(other => other.Id == part.Id && StandsIn(part, other));
            if (same is not null)
            {
                left.Remove(same);
            }

            result.Add(Join(part, same));
        }

        foreach (var part in left)
        {
            var id = part.Id;
            for (var n = 2; result.Exists(other => other.Id == id); n++)
            {
                id = $"{part.Id}-{n}";
            }

            result.Add(Join(part with { Id = id, Notes = [], Controls = [] }, part));
        }

        return [.. result.Where(part => !part.Notes.IsEmpty)];
    }

    private static bool IsSame(Part one, Part other) => one.Patch == other.Patch && StandsIn(one, other);

    // A song that is older than its style's patches goes on with its own player.
    private static bool StandsIn(Part one, Part other) =>
        one.Role == other.Role
        && one.Bank == other.Bank
        && one.Program == other.Program
        && (one.Patch == other.Patch || one.Patch is null || other.Patch is null);

    private Part Join(Part old, Part? added)
    {
        // Where the old player struck early, the whole stroke is his.
        var struck = !GoesOn && old.Notes.Any(note => note.Tick >= _earlyFrom && note.Tick < _from);
        var stands = old.Notes.Where(note => Stands(note, struck)).Select(Cut).ToList();
        var fresh = (added?.Notes ?? [])
            .Where(note => note.Tick >= (struck ? _lateFrom : _earlyFrom) && note.Tick < _earlyTo)
            .Select(note => note with { Tick = Math.Max(_from, note.Tick) })
            .Select(note => Release(old.Role, note, stands));
        return old with
        {
            Notes = [.. stands.Concat(fresh).OrderBy(note => note.Tick).ThenBy(note => note.Key)],
            Controls = Controls(old.Controls, added?.Controls ?? [], struck ? _from : _earlyFrom),
        };
    }

    private ImmutableArray<Control> Controls(ImmutableArray<Control> old, ImmutableArray<Control> added, int from)
    {
        var joined = _controls.Join(old, from, _from, added);
        return GoesOn ? joined : _controls.Join(joined, _earlyTo, _earlyTo, old);
    }

    private bool Stands(Note note, bool struck) =>
        note.Tick < _earlyFrom
        || (!GoesOn && (note.Tick < _from || note.Tick >= _earlyTo || (struck && note.Tick < _lateFrom)));

    // Where music goes on, what was played before lets go.
    private Note Cut(Note note) =>
        GoesOn ? note with { Length = Math.Max(1, Math.Min(note.Length, _from - note.Tick)) } : note;

    // A new note that rings on where the old music stands gives way to the next note of a line, to its own key in a chord.
    private Note Release(PartRole role, Note note, List<Note> stands)
    {
        if (note.Tick + note.Length <= _to)
        {
            return note;
        }

        var line = role is PartRole.Lead or PartRole.Bass or PartRole.Counter;
        var next = stands
            .Where(other => other.Tick >= _earlyTo && (line || other.Key == note.Key))
            .Select(other => other.Tick)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return note with { Length = Math.Max(1, Math.Min(note.Length, next - note.Tick)) };
    }

    private static int Early(TimeMap map, int tick) =>
        (int)Math.Ceiling(map.TickAt(map.SecondsAt(tick) - EarlySeconds));
}
