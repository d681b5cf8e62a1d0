using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>A chord in pitch classes.</summary>
/// <param name="Root">Pitch class of the root, 0 = C to 11 = B.</param>
/// <param name="Quality">Its kind.</param>
/// <param name="Bass">Pitch class of the lowest note; the root unless inverted.</param>
public readonly record struct Chord(int Root, ChordQuality Quality, int Bass)
{
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    private static readonly ImmutableArray<int> Masks =
    [
        .. Enum.GetValues<ChordQuality>()
            .Select(quality =>
                new Chord(0, quality, 0).Intervals.Aggregate(0, (mask, step) => mask | (1 << (step % 12)))
            ),
    ];

    /// <summary>The chord's notes in semitones above its root, lowest first.</summary>
    public ImmutableArray<int> Intervals =>
        Quality switch
        {
            ChordQuality.Major => [0, 4, 7],
            ChordQuality.Minor => [0, 3, 7],
            ChordQuality.Diminished => [0, 3, 6],
            ChordQuality.Augmented => [0, 4, 8],
            ChordQuality.Dominant7 => [0, 4, 7, 10],
            ChordQuality.Major7 => [0, 4, 7, 11],
            ChordQuality.Minor7 => [0, 3, 7, 10],
            ChordQuality.HalfDiminished => [0, 3, 6, 10],
            ChordQuality.Diminished7 => [0, 3, 6, 9],
            ChordQuality.Suspended4 => [0, 5, 7],
            ChordQuality.Suspended2 => [0, 2, 7],
            ChordQuality.Added9 => [0, 4, 7, 14],
            ChordQuality.Sixth => [0, 4, 7, 9],
            ChordQuality.Minor6 => [0, 3, 7, 9],
            ChordQuality.Dominant9 => [0, 4, 7, 10, 14],
            ChordQuality.Major9 => [0, 4, 7, 11, 14],
            ChordQuality.Minor9 => [0, 3, 7, 10, 14],
            ChordQuality.Power => [0, 7],
            ChordQuality.Dominant7Suspended4 => [0, 5, 7, 10],
            _ => throw new InvalidOperationException($"No intervals for {Quality}."),
        };

    /// <summary>True when the pitch class of a MIDI key belongs to the chord.</summary>
    public bool Contains(int key)
    {
        return ((Masks[(int)Quality] >> ((((key - Root) % 12) + 12) % 12)) & 1) != 0;
    }

    /// <summary>The chord some semitones higher.</summary>
    public Chord Transpose(int semitones) =>
        this with
        {
            Root = (((Root + semitones) % 12) + 12) % 12,
            Bass = (((Bass + semitones) % 12) + 12) % 12,
        };

    /// <summary>The chord's symbol, such as "F#m7" or "C/E".</summary>
    public override string ToString() =>
        Names[Root] + ChordSymbols.SuffixOf(Quality) + (Bass == Root ? "" : "/" + Names[Bass]);
}
