namespace Troubadour.Synthesis;

/// <summary>Waves of a drum's tone.</summary>
internal enum DrumWave
{
    Sine,
    Triangle,
    Square,
}
