namespace Troubadour.Separation;

/// <summary>Shares of a stem's power from which a track counts as there, chosen on 25 of the songs that the heads learnt from.</summary>
internal static class TrackLimits
{
    /// <summary>Share of the whole song.</summary>
    public static double Share(Track track) =>
        track switch
        {
            Track.Fx => 0.003,
            Track.Synth => 0.006,
            Track.Woodwinds => 0.01,
            Track.BackingVocals => 0.0005,
            _ => 0.015,
        };

    /// <summary>Share in the stretch where it is strongest, against a stretch's mean.</summary>
    public static double Most(Track track) => 4 * Share(track);
}
