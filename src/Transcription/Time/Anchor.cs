namespace Troubadour.Transcription;

/// <summary>A tick whose second is known.</summary>
internal readonly record struct Anchor(int Tick, double Second);
