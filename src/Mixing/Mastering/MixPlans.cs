namespace Troubadour.Mixing;

/// <summary>The gains of a mix's groups.</summary>
/// <param name="Live">Those of all stems, or of those that are not held.</param>
/// <param name="Held">Those of the held stems.</param>
internal sealed record MixPlans(MasterPlan Live, MasterPlan? Held)
{
    /// <summary>The gains of a group.</summary>
    public MasterCurve Of(MixGroup group) => (group.Held is not null ? Held! : Live).Curve;
}
