namespace Troubadour.Composing;

/// <summary>A planned section at its place.</summary>
/// <param name="Plan">The section.</param>
/// <param name="Tick">Its first tick.</param>
/// <param name="End">The tick after it.</param>
/// <param name="Nth">1 for the first of its kind, 2 for the second.</param>
/// <param name="Next">Kind of the section after it; "end" for the last.</param>
internal sealed record PlacedSection(PlannedSection Plan, int Tick, int End, int Nth, string Next)
{
    /// <summary>0 bare to 1 full.</summary>
    public double Energy => Plan.Energy;
}
