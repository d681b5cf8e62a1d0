namespace Troubadour.Server.Keeping;

/// <summary>What a sweep did.</summary>
/// <param name="Clips">Clips that were deleted because they are older than the operator keeps them.</param>
/// <param name="Files">Files that were removed because the books do not name them.</param>
/// <param name="Leftovers">Empty folders and the like that were removed.</param>
public sealed record SweepReport(int Clips, int Files, int Leftovers);
