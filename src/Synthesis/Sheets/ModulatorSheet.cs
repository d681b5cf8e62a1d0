namespace Troubadour.Synthesis;

/// <summary>An envelope that moves something.</summary>
/// <param name="Envelope">From 0 to 1 and back.</param>
/// <param name="Amounts">What it moves.</param>
/// <param name="Velocity">0 to 1: how far velocity scales it.</param>
internal sealed record ModulatorSheet(EnvelopeSheet Envelope, ModulationAmounts Amounts, double Velocity);
