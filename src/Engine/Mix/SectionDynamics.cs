using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The section levels of band and voices. Voices follow the band's, but where the band was exchanged they keep the old ones.</summary>
/// <param name="Band">What the band does.</param>
/// <param name="Voices">What the voices follow.</param>
internal sealed record SectionDynamics(Dynamics Band, Dynamics Voices)
{
    /// <summary>Those of a song with the balance that it keeps.</summary>
    public static SectionDynamics Of(Song song, int newFrom)
    {
        var kept = song.MixState;
        var band = new Dynamics(song, kept, newFrom);
        return new SectionDynamics(
            band,
            kept?.VoiceSections is { } own ? new Dynamics(song, kept with { Sections = own }, newFrom) : band
        );
    }
}
