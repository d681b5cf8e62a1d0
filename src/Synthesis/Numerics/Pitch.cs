using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Pitches and levels at control rate, in plain double arithmetic.</summary>
internal static class Pitch
{
    /// <summary>2 to the x for |x| below 1000, within 1e-9 of it: Taylor's series around the nearest whole number.</summary>
    public static double Exp2(double x)
    {
        var n = Math.Floor(x + 0.5);
        var r = (x - n) * 0.693147180559945309417;
        var p = 1.0 / 40320;
        p = p * r + 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        p = p * r + 1;
        p = p * r + 1;
        return p * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }

    /// <summary>Hz of a MIDI key, which need not be whole.</summary>
    public static double Frequency(double key) => 440 * Exp2((key - 69) * (1.0 / 12));

    /// <summary>A ratio of frequencies from semitones.</summary>
    public static double Ratio(double semitones) => Exp2(semitones * (1.0 / 12));

    /// <summary>A ratio of amplitudes from decibels.</summary>
    public static double Gain(double decibels) => Exp2(decibels * 0.166096404744368);

    /// <summary>What is left after one frame of something that falls 60 dB in the given seconds.</summary>
    public static double Decay(double seconds, double rate) =>
        seconds <= 0 ? 0 : DeterministicMath.Exp(-6.90775527898213705205 / (seconds * rate));
}
