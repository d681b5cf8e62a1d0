namespace Troubadour.Singing.Neural;

/// <summary>A note or a rest in a model's frames.</summary>
/// <param name="Pitch">MIDI pitch.</param>
/// <param name="Frames">Frames.</param>
/// <param name="IsRest">True for a rest.</param>
internal readonly record struct PlannedNote(double Pitch, long Frames, bool IsRest);
