namespace Troubadour.Composing.Measures;

/// <summary>A sung syllable at its place in the bar.</summary>
/// <param name="Class">Its stress.</param>
/// <param name="Word">Number of its word: neighbours with the same number belong together.</param>
/// <param name="Position">Onset in quarters from the bar's start.</param>
/// <param name="Length">Quarters that its first note is held.</param>
/// <param name="Key">MIDI key of its first note.</param>
/// <param name="BarQuarters">Quarters in its bar.</param>
/// <param name="Pulse">Quarters in a beat.</param>
public readonly record struct LyricSyllable(
    SyllableClass Class,
    int Word,
    double Position,
    double Length,
    int Key,
    double BarQuarters,
    double Pulse
)
{
    /// <summary>True on a beat.</summary>
    public bool OnBeat => Whole(Position / Pulse);

    /// <summary>True on the bar's first beat.</summary>
    public bool OnDownbeat => Math.Abs(Position) < 1e-6;

    /// <summary>True on beats 1 and 3 of four and on the first of two or three.</summary>
    public bool OnStrong => IsStrong(Position);

    /// <summary>True on a strong beat or an eighth before it, as songs since the sixties place their stresses.</summary>
    public bool OnOrBeforeStrong => OnStrong || IsStrong((Position + 0.5) % BarQuarters);

    /// <summary>True on a beat or an eighth before it.</summary>
    public bool OnOrBeforeBeat => OnBeat || Whole((Position + 0.5) / Pulse);

    private bool IsStrong(double position) =>
        Whole(position / Pulse) && ((int)Math.Round(position / Pulse) % 2 == 0 && IsFour || Math.Abs(position) < 1e-6);

    private bool IsFour => Math.Abs(BarQuarters / Pulse - 4) < 1e-6;

    private static bool Whole(double value) => Math.Abs(value - Math.Round(value)) < 1e-6;
}
