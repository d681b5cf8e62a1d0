using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Pitches and levels at control rate, in plain double arithmetic.</summary>
internal static class Pitch
{
    /// <summary>Hz of a MIDI key, which need not be whole.</summary>
    public static double Frequency(double key) => 440 * FastExponential.Exp2((key - 69) * (1.0 / 12));

    /// <summary>A ratio of frequencies from semitones.</summary>
    public static double Ratio(double semitones) => FastExponential.Exp2(semitones * (1.0 / 12));

    /// <summary>A ratio of amplitudes from decibels.</summary>
    public static double Gain(double decibels) => FastExponential.Exp2(decibels * 0.166096404744368);

    /// <summary>What is left after one frame of something that falls 60 dB in the given seconds.</summary>
    public static double Decay(double seconds, double rate) =>
        seconds <= 0 ? 0 : DeterministicMath.Exp(-6.90775527898213705205 / (seconds * rate));
}
