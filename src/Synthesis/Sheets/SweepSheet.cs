namespace Troubadour.Synthesis;

/// <summary>A gesture over the whole note: from <see cref="From"/> at its start to <see cref="To"/> at its end.</summary>
/// <param name="From">Amounts at the start.</param>
/// <param name="To">Amounts at the end.</param>
/// <param name="Curve">The place in the note is raised to this.</param>
internal sealed record SweepSheet(ModulationAmounts From, ModulationAmounts To, double Curve);
