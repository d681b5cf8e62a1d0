namespace Troubadour.Composing.Measures;

/// <summary>A labelled stretch of the form.</summary>
/// <param name="Letter">Equal for stretches that are the same music.</param>
/// <param name="Slot">Where it starts, in sixteenths.</param>
/// <param name="Bars">Bars it lasts.</param>
/// <param name="HasMelody">True when the voice sings in it.</param>
public sealed record PhraseMark(string Letter, int Slot, int Bars, bool HasMelody);
