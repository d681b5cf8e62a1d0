using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The other stick, softly and a little before an accent of a fill. Machines do not play flams.</summary>
internal sealed class Flams(Direction direction, TimeMap map)
{
    private const double BeforeSeconds = 0.028;
    private const double Chance = 0.6;
    private const double Force = 0.55;
    private readonly RandomStream _random = new(direction.Brief.Material, "flams");

    /// <summary>The drummer's strokes as they are played, with flams.</summary>
    /// <param name="touches">Whether a person plays.</param>
    /// <param name="accents">Written ticks that may have a flam.</param>
    /// <param name="written">The strokes as written.</param>
    /// <param name="played">The same strokes as played, in the same order.</param>
    public IEnumerable<Note> Add(
        DrumTouches touches,
        IReadOnlySet<int> accents,
        ImmutableArray<Note> written,
        IEnumerable<Note> played
    )
    {
        var snare = DrumKeys.ByName["snare"];
        var chance = touches.SpreadMs(snare) > 0 ? Chance * direction.Style.Drums.Looseness : 0;
        foreach (var (stroke, note) in written.Zip(played))
        {
            var at = (int)map.TickAt(map.SecondsAt(note.Tick) - BeforeSeconds);
            if (stroke.Key == snare && at > 0 && accents.Contains(stroke.Tick) && _random.Chance(chance))
            {
                yield return new Note(at, (note.Tick - at) / 2, snare, Math.Max(1, (int)(Force * note.Velocity)));
            }

            yield return note;
        }
    }
}
