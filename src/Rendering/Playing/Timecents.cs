using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>Units of the SoundFont specification (section 9.1) turned into frames and hertz.</summary>
internal static class Timecents
{
    /// <summary>Frames of a time in timecents (1200 a doubling, 0 is a second), held between two limits.</summary>
    public static double Frames(double timecents, double low, double high, int rate) =>
        DeterministicMath.Exp2(Math.Clamp(timecents, low, high) / 1200) * rate;

    /// <summary>Frames of a delay or hold, where the shortest value, -12000, means none at all.</summary>
    public static long DelayFrames(double timecents, int rate) =>
        timecents <= -12000 ? 0 : (long)Math.Round(Frames(timecents, -12000, 5000, rate));

    /// <summary>Hertz of an absolute pitch in cents, 0 being 8.176 Hz.</summary>
    public static double Hertz(double cents) => 8.17579891564371 * DeterministicMath.Exp2(cents / 1200);
}
