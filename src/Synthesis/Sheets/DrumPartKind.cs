namespace Troubadour.Synthesis;

/// <summary>What a part of a drum is made of.</summary>
internal enum DrumPartKind
{
    Tone,
    Noise,
    Metal,
    Ring,
}
