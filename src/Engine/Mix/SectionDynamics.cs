using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The section levels of band and voices. A balance that keeps none for its voices is of an older song, where they follow the band's.</summary>
/// <param name="Band">What the band does.</param>
/// <param name="Voices">What the voices follow, by half.</param>
internal sealed record SectionDynamics(Dynamics Band, Dynamics Voices)
{
    /// <summary>Those of a song with the balance that it keeps.</summary>
    /// <param name="song">The song.</param>
    /// <param name="newFrom">The first tick that its balance does not know.</param>
    /// <param name="bandLufs">How loud the band is in a section by itself; null where there is none.</param>
    public static SectionDynamics Of(Song song, int newFrom, Func<SongSection, double>? bandLufs)
    {
        var kept = song.MixState;
        var slots = new VoiceSlots(bandLufs);
        return new SectionDynamics(
            new Dynamics(song, kept, newFrom, slots.BandDb),
            new Dynamics(
                song,
                kept is null ? null : kept with { Sections = kept.VoiceSections ?? kept.Sections },
                newFrom,
                (section, level) => 2 * slots.VoicesDb(section, level / 2)
            )
        );
    }
}
