using Troubadour.Engine;

namespace Troubadour.Server.Working;

/// <summary>A line from a worker.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Stage">With progress: the stage at work.</param>
/// <param name="Fraction">With progress: 0 to 1.</param>
/// <param name="Song">With done: the song.</param>
/// <param name="Message">With unready, refused and failed: a sentence.</param>
internal sealed record WorkerReport(
    WorkerReportKind Kind,
    MakeStage? Stage = null,
    double? Fraction = null,
    MadeSong? Song = null,
    string? Message = null
);
