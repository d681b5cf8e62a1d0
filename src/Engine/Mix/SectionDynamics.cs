using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The section levels of band and voices. A balance that keeps none for its voices is of an older song, where they follow the band's.</summary>
/// <param name="Band">What the band does.</param>
/// <param name="Voices">What the voices follow, by half.</param>
internal sealed record SectionDynamics(Dynamics Band, Dynamics Voices)
{
    /// <summary>Those of a song with the balance that it keeps.</summary>
    public static SectionDynamics Of(Song song, int newFrom)
    {
        var kept = song.MixState;
        var slots = new VoiceSlots(song);
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
