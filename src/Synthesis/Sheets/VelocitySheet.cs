namespace Troubadour.Synthesis;

/// <summary>What velocity does besides the filters' own.</summary>
/// <param name="Level">Decibels from velocity 127 down to 32 (two octaves of velocity).</param>
/// <param name="Attack">How many times longer the attack is at velocity 1.</param>
internal sealed record VelocitySheet(double Level, double Attack);
