namespace Troubadour.Singing.Bench;

/// <summary>A note as it is written, in seconds of the recording, with a MIDI number.</summary>
internal readonly record struct NoteSpan(double Start, double End, double Pitch, int Syllable);
