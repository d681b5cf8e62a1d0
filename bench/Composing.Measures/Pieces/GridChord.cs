using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>A chord on the grid of sixteenths.</summary>
/// <param name="Symbol">Its name, with the bass after a slash where it differs from the root.</param>
/// <param name="Slot">Where it starts.</param>
/// <param name="Length">Sixteenths it lasts.</param>
/// <param name="Root">Pitch class of the root; -1 for none.</param>
/// <param name="PitchClasses">Its pitch classes; empty where there is no chord.</param>
public sealed record GridChord(string Symbol, int Slot, int Length, int Root, ImmutableArray<int> PitchClasses)
{
    /// <summary>The symbol without its bass.</summary>
    public string Name => Symbol.Split('/')[0];

    /// <summary>True for four notes and more.</summary>
    public bool IsRich => PitchClasses.Length > 3;

    /// <summary>
    /// Root, third and fifth of a rich chord, in pitch classes; what stands for a missing third or fifth (4 or 2, b5 or #5) is kept.
    /// Smaller chords stay as they are.
    /// </summary>
    public ImmutableArray<int> Triad() => IsRich ? [Root, .. FirstOf(4, 3, 5, 2), .. FirstOf(7, 6, 8)] : PitchClasses;

    private IEnumerable<int> FirstOf(params int[] intervals) =>
        intervals.Select(interval => (Root + interval) % 12).Where(PitchClasses.Contains).Take(1);
}
