using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Looks in a song for those of the twelve things that its notes show.</summary>
public static class CraftMeasures
{
    /// <summary>All findings in a fixed order, the same rows for every song.</summary>
    public static ImmutableArray<CraftFinding> Of(Song song)
    {
        var grid = new SongGrid(song);
        return
        [
            .. ChorusLift.Of(grid),
            .. Hook.Of(grid),
            Drop.Of(grid),
            KickAndBass.Of(grid),
            Answers.Of(grid),
            LowThirds.Of(grid),
            .. Changes.Of(grid),
            .. Phrasing.Of(grid),
        ];
    }
}
