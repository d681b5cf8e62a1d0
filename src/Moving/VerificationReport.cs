using Troubadour.Moving.Files;

namespace Troubadour.Moving;

/// <summary>What was found when books were checked.</summary>
/// <param name="Tables">Their tables.</param>
/// <param name="Files">Their files.</param>
/// <param name="Faults">All that is wrong, a line each; empty when everything is right.</param>
public sealed record VerificationReport(
    IReadOnlyList<TableCount> Tables,
    FileReport Files,
    IReadOnlyList<string> Faults
);
