namespace Troubadour.Transcription;

/// <summary>A beat that was heard.</summary>
/// <param name="Second">When.</param>
/// <param name="IsDownbeat">True for the first of a bar.</param>
internal readonly record struct Pulse(double Second, bool IsDownbeat);
