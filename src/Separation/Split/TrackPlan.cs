using System.Collections.Immutable;

namespace Troubadour.Separation;

/// <summary>Which tracks a song has. What a survey finds may be corrected by who knows the song.</summary>
/// <param name="Present">
/// The tracks that are there, the strongest first. Tracks that are not named stay silent, and what sounds in their place goes to those
/// that are.
/// </param>
public sealed record TrackPlan(ImmutableArray<Track> Present)
{
    /// <summary>Whether a track is there.</summary>
    public bool Has(Track track) => Present.Contains(track);
}
