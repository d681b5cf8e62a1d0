namespace Troubadour.Music;

/// <summary>Which singer sings: one of the 18 parameter sets (2 genders by 9 timbres).</summary>
public readonly record struct VoiceSpec(Gender Gender, Timbre Timbre);
