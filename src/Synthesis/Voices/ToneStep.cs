namespace Troubadour.Synthesis;

/// <summary>A legato step of a sounding note.</summary>
/// <param name="Frame">When.</param>
/// <param name="Key">The new key.</param>
/// <param name="Glide">Seconds to it.</param>
internal readonly record struct ToneStep(long Frame, int Key, double Glide);
