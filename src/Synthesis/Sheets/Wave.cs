namespace Troubadour.Synthesis;

/// <summary>What an oscillator makes.</summary>
internal enum Wave
{
    Saw,
    Pulse,
    Triangle,
    Sine,
    Noise,
    Fm,
    String,
    Organ,
    Crackle,
}
