using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Sets the faders of a song's parts. Those of a kept balance stay where they were; what is new finds its place beside them.</summary>
internal sealed class Balance(Song song, MixState? kept)
{
    private readonly ImmutableArray<PartLevel> _kept = kept?.Parts ?? [];

    private bool Sung => !song.Vocals.IsEmpty;

    /// <summary>True when the part's sound has to be measured before its fader can be set.</summary>
    public bool IsNew(string part) => _kept.All(level => level.Id != part);

    /// <summary>The faders: first the kept ones, then the new ones in the song's order.</summary>
    /// <param name="found">The trim of every new part and its loudness behind its strip, by id.</param>
    public ImmutableArray<PartLevel> Levels(ImmutableSortedDictionary<string, PartLoudness> found)
    {
        var trim = BandTrim();
        return
        [
            .. _kept,
            .. song
                .Parts.Where(part => IsNew(part.Id))
                .Select(part => new PartLevel(
                    part.Id,
                    Math.Clamp(Target(part) + trim - found[part.Id].Lufs, -30, 30),
                    found[part.Id].TrimDb
                )),
        ];
    }

    /// <summary>The power of a level in decibels.</summary>
    public static double Power(double decibels) => DeterministicMath.Exp(decibels * 0.2302585093);

    private double Target(Part part)
    {
        var alike = song.Parts.Count(other => other.Role == part.Role);
        return RoleLevels.Of(part.Role, Sung) - RoleLevels.Crowd(alike) + part.Mix.GainDb;
    }

    // A band of many loud players gives way as a whole, one of few comes closer, so that the voice stands as far in front of either.
    private double BandTrim()
    {
        if (!Sung)
        {
            return 0;
        }

        var power = song.Parts.Sum(part => Power(Target(part)) * Presence(part));
        return Math.Clamp(RoleLevels.Band - DeterministicMath.Log10(Math.Max(power, 1e-9)) * 10, -4, 4);
    }

    // The share of the song's bars in which the part starts a note.
    private double Presence(Part part)
    {
        var bar = song.Meter.TicksPerBar;
        var bars = Math.Max(1, song.Sections.Sum(section => section.Length) / bar);
        return Math.Min(1, (double)part.Notes.Select(note => note.Tick / bar).Distinct().Count() / bars);
    }
}
