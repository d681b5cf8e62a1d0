namespace Troubadour.Music;

/// <summary>Which singer sings: one of the 18 parameter sets (2 genders by 9 timbres).</summary>
public readonly record struct VoiceSpec(Gender Gender, Timbre Timbre)
{
    /// <summary>
    /// Who of all singers of that gender and timbre: a number that stands for small ways of her own; 0 is the parameter set itself.
    /// </summary>
    public long Person { get; init; }
}
