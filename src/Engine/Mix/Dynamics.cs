using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Sections differ in loudness as they differ in energy: the band steps back for a verse and comes forward for a chorus. Sections of a kept
/// balance stay as they were.
/// </summary>
/// <param name="song">The song.</param>
/// <param name="kept">The balance that it keeps, if any.</param>
/// <param name="newFrom">The first tick that the kept balance does not know.</param>
internal sealed class Dynamics(Song song, MixState? kept, int newFrom)
{
    private const double RampSeconds = 0.03;

    /// <summary>The energy of the fullest section.</summary>
    public double FullestEnergy { get; } =
        kept?.FullestEnergy ?? song.Sections.Select(section => section.Energy).DefaultIfEmpty(1).Max();

    /// <summary>The level of each section, in order.</summary>
    public ImmutableArray<SectionLevel> Levels() =>
        [
            .. song.Sections.Select(section => new SectionLevel(
                section.Tick,
                section.Length,
                section.Energy,
                Kept(section) ?? Math.Clamp(10 * (section.Energy - FullestEnergy) + Relief(section), -6, 2)
            )),
        ];

    /// <summary>The levels as a fader's curve; a share of them for who moves less.</summary>
    public IReadOnlyList<GainPoint> Curve(double share)
    {
        var map = new TimeMap(song.Tempos);
        var points = new List<GainPoint>();
        foreach (var section in Levels())
        {
            var start = map.SecondsAt(section.Tick);
            if (points.Count > 0)
            {
                points.Add(points[^1] with { Second = Math.Max(points[^1].Second, start - RampSeconds) });
            }

            points.Add(new GainPoint(start, share * section.GainDb));
        }

        return points;
    }

    // A section that an edit cut in two has the level of the whole; one of another energy is another section.
    private double? Kept(SongSection section)
    {
        if (kept is null || section.Tick >= newFrom)
        {
            return null;
        }

        foreach (var level in kept.Sections)
        {
            var isThere = level.Tick <= section.Tick && section.Tick < level.Tick + level.Length;
            if (isThere && level.Energy == section.Energy)
            {
                return level.GainDb;
            }
        }

        return null;
    }

    // Where the voice rests or few instruments play, those that play come forward: a break is not a hole.
    private double Relief(SongSection section)
    {
        var end = section.Tick + section.Length;
        var sung = song.Vocals.Any(phrase => phrase.Notes[0].Tick < end && phrase.Notes[^1].Tick >= section.Tick);
        var players = song.Parts.Count(part => part.Notes.Any(note => note.Tick >= section.Tick && note.Tick < end));
        return (!song.Vocals.IsEmpty && !sung ? 4 : 0) + 1.5 * Math.Max(0, 4 - players);
    }
}
