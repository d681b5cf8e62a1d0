namespace Troubadour.Alignment;

/// <summary>What is looked for, and in what.</summary>
/// <param name="Sheet">The words.</param>
/// <param name="Sound">The recording: mono, 16 kHz.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Voiced">Where the voice is heard.</param>
/// <param name="Hints">What else is known.</param>
internal sealed record Search(LyricSheet Sheet, float[] Sound, double Seconds, VoicedTime Voiced, AlignmentHints Hints);
