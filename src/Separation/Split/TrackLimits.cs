namespace Troubadour.Separation;

/// <summary>Shares of a stem's power from which a track counts as there, found on rendered songs.</summary>
internal static class TrackLimits
{
    /// <summary>Share of the whole song.</summary>
    public static double Share(Track track) => track == Track.BackingVocals ? 0.02 : 0.03;

    /// <summary>Share in the stretch where it is strongest, against a stretch's mean.</summary>
    public static double Most(Track track) => track == Track.BackingVocals ? 0.06 : 0.1;
}
