namespace Troubadour.Composing.Measures;

/// <summary>One of the things that make a song of a demo, looked for in one song.</summary>
/// <param name="Number">Its number in the list of twelve.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Aim">What it should be.</param>
/// <param name="Fits">False when the song's style or form does not ask for it.</param>
/// <param name="Value">What it is; NaN where the song has nothing to measure.</param>
/// <param name="Met">True when the aim is met.</param>
public sealed record CraftFinding(int Number, string Name, string Aim, bool Fits, double Value, bool Met);
