namespace Troubadour.Understanding.Bench;

/// <summary>What a stage took.</summary>
/// <param name="CpuSeconds">Processor time of this process and those that it waited for.</param>
/// <param name="Megabytes">The most memory that this process held meanwhile, its program and what was held before included.</param>
internal readonly record struct StageCost(double CpuSeconds, double Megabytes);
