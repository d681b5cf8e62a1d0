namespace Troubadour.Synthesis;

/// <summary>How a low-frequency oscillator moves.</summary>
internal enum LfoShape
{
    Sine,
    Triangle,
    Square,
    Saw,
    Random,
    Smooth,
}
