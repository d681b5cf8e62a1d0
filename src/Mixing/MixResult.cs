using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>A finished master and what it measures.</summary>
public sealed record MixResult(AudioBuffer Master, MixReport Report);
