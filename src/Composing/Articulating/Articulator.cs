using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// What players do to notes besides striking them, written as MIDI controllers after the performance is known, so that they lie where
/// the notes are played.
/// </summary>
internal sealed class Articulator
{
    private readonly Clock _clock;
    private readonly Band _band;
    private readonly HashSet<int> _starts;
    private readonly RandomStream _random;

    public Articulator(Band band)
    {
        _band = band;
        _clock = new Clock(band.Stage.Map);
        _starts = [.. band.Stage.Sections.Select(section => section.Tick)];
        _random = new RandomStream(band.Stage.Direction.Brief.Seed, "articulation");
    }

    /// <summary>A part's notes as they are let go, and its controllers, both in rising time.</summary>
    /// <param name="id">The part's name in the song.</param>
    /// <param name="part">Who plays.</param>
    /// <param name="strokes">What is played, in any order.</param>
    public (ImmutableArray<Note> Notes, ImmutableArray<Control> Controls) Play(
        string id,
        PartSheet part,
        IEnumerable<Stroke> strokes
    )
    {
        var random = _random.Child(id);
        var played = strokes.OrderBy(stroke => stroke.Played.Tick).ThenBy(stroke => stroke.Played.Key).ToList();
        var controls = new Muting(_clock).Play(played).ToList();
        if (part.Role is PartRole.Lead or PartRole.Counter or PartRole.Bass)
        {
            Line(part, played, random, controls);
        }

        if (part.Role != PartRole.Lead && Instruments.HasPedal(part))
        {
            controls.AddRange(new Pedalling(_band, _clock).Under(part, played));
        }

        if (part.Role is not (PartRole.Arpeggio or PartRole.Bass) && Instruments.Swells(part.Program))
        {
            controls.AddRange(new Swells(_band, _clock, random.Child("swells")).Over(part, played));
        }

        return ([.. played.Select(stroke => stroke.Played)], [.. controls.OrderBy(control => control.Tick)]);
    }

    private void Line(PartSheet part, List<Stroke> line, RandomStream random, List<Control> controls)
    {
        var ties = new Ties(_clock, random.Child("ties"));
        controls.AddRange(ties.Lay(part, line, _starts));
        controls.AddRange(new Bends(_clock, random.Child("bends")).On(part, line, _starts, ties.Tied));
        if (part.Role != PartRole.Bass && Instruments.Vibrato(part) is > 0 and var depth)
        {
            controls.AddRange(new Vibrato(_clock).On(depth, line));
        }
    }
}
