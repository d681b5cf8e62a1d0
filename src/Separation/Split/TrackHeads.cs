namespace Troubadour.Separation;

/// <summary>The tracks that the two networks know, in the order of their parts.</summary>
internal static class TrackHeads
{
    /// <summary>What other is split into.</summary>
    public static readonly Track[] Families =
    [
        Track.Guitar,
        Track.Keys,
        Track.Synth,
        Track.Strings,
        Track.Brass,
        Track.Woodwinds,
        Track.Percussion,
        Track.Fx,
    ];

    /// <summary>What vocals are split into.</summary>
    public static readonly Track[] Voices = [Track.Vocals, Track.BackingVocals];
}
