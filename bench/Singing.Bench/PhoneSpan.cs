namespace Troubadour.Singing.Bench;

/// <summary>A phone as it was planned, in seconds of the recording.</summary>
internal readonly record struct PhoneSpan(string Phone, double Start, double End);
