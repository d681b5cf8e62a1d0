using Troubadour.Music;

namespace Troubadour.Portraits;

/// <summary>One voice of ours as the listener hears it.</summary>
internal sealed record PortraitRow(Gender Gender, Timbre Timbre, long Person, double[] Features)
{
    /// <summary>Which voice it is.</summary>
    public VoiceSpec Voice => new(Gender, Timbre) { Person = Person };
}
