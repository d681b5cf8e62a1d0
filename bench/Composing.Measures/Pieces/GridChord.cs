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
}
