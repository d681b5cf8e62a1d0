namespace Troubadour.Synthesis;

/// <summary>What a stroke's velocity and chance make of a drum's parts.</summary>
/// <param name="Seed">Of its noise.</param>
/// <param name="Pitch">Factor on pitches.</param>
/// <param name="Decay">Factor on decays.</param>
/// <param name="Cutoff">Semitones on filters.</param>
internal readonly record struct HitControls(ulong Seed, double Pitch, double Decay, double Cutoff);
