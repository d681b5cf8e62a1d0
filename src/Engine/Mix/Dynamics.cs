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
/// <param name="meet">What becomes of the level that a sung section's energy asks for.</param>
internal sealed class Dynamics(Song song, MixState? kept, int newFrom, Func<SongSection, double, double> meet)
{
    private const double RampSeconds = 0.03;

    private ImmutableArray<SectionLevel>? _levels;

    /// <summary>The energy of the fullest section.</summary>
    public double FullestEnergy { get; } =
        kept?.FullestEnergy ?? song.Sections.Select(section => section.Energy).DefaultIfEmpty(1).Max();

    /// <summary>The level of each section, in order.</summary>
    public ImmutableArray<SectionLevel> Levels() =>
        _levels ??= [
            .. song.Sections.Select(section => new SectionLevel(
                section.Tick,
                section.Length,
                section.Energy,
                Kept(section) ?? Math.Round(New(section), 3)
            )),
        ];

    /// <summary>The levels as the curve of the band's faders.</summary>
    public IReadOnlyList<GainPoint> Curve() => Steps(section => section.GainDb);

    /// <summary>
    /// How far the sides come out: full sections are wider than bare ones, by up to 3 dB more and 2 dB less than usual at an amount of 1.
    /// </summary>
    public IReadOnlyList<GainPoint> Widths(double amount) =>
        amount <= 0 ? [] : Steps(section => amount * Math.Clamp(10 * (section.Energy - FullestEnergy + 0.3), -2, 3));

    private List<GainPoint> Steps(Func<SectionLevel, double> decibels)
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

            points.Add(new GainPoint(start, decibels(section)));
        }

        return points;
    }

    private double New(SongSection section)
    {
        var asked = Math.Clamp(12 * (section.Energy - FullestEnergy), -7, 2);
        return IsSung(section) ? meet(section, asked) : Math.Clamp(asked + Relief(section), -6, 2);
    }

    private bool IsSung(SongSection section)
    {
        var end = section.Tick + section.Length;
        return song.Vocals.Any(phrase => phrase.Notes[0].Tick < end && phrase.Notes[^1].Tick >= section.Tick);
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
        var players = song.Parts.Count(part => part.Notes.Any(note => note.Tick >= section.Tick && note.Tick < end));
        return (song.Vocals.IsEmpty ? 0 : 4) + 1.5 * Math.Max(0, 4 - players);
    }
}
