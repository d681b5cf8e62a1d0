namespace Troubadour.Rendering.Bench;

/// <summary>How far an instrument may be from FluidSynth's, in dB.</summary>
internal static class Tolerance
{
    public const double Level = 1;
    public const double Envelope = 1.5;
    public const double Spectrum = 2;
}
