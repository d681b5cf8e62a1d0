using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>A tonic and a mode.</summary>
/// <param name="Tonic">Pitch class, 0 = C to 11 = B.</param>
/// <param name="Mode">The mode.</param>
public readonly record struct Key(int Tonic, Mode Mode)
{
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>True when the third above the tonic is minor.</summary>
    public bool IsMinor => Mode is Mode.Minor or Mode.Dorian or Mode.MinorPentatonic;

    /// <summary>The seven notes that harmony is built from, in semitones above the tonic.</summary>
    public ImmutableArray<int> Degrees =>
        Mode switch
        {
            Mode.Major or Mode.MajorPentatonic => [0, 2, 4, 5, 7, 9, 11],
            Mode.Minor or Mode.MinorPentatonic => [0, 2, 3, 5, 7, 8, 10],
            Mode.Dorian => [0, 2, 3, 5, 7, 9, 10],
            Mode.Mixolydian => [0, 2, 4, 5, 7, 9, 10],
            _ => throw new InvalidOperationException($"No degrees for {Mode}."),
        };

    /// <summary>The notes that melodies prefer, in semitones above the tonic: five in pentatonic modes, else seven.</summary>
    public ImmutableArray<int> MelodyDegrees =>
        Mode switch
        {
            Mode.MajorPentatonic => [0, 2, 4, 7, 9],
            Mode.MinorPentatonic => [0, 3, 5, 7, 10],
            _ => Degrees,
        };

    /// <summary>Reads "C", "Am", "F# minor", "Bb major", "D dorian".</summary>
    public static bool TryParse(string? text, out Key key)
    {
        key = default;
        var t = (text ?? "").Trim();
        if (t.Length == 0)
        {
            return false;
        }

        var letter = "C D EF G A B".IndexOf(char.ToUpperInvariant(t[0]), StringComparison.Ordinal);
        if (letter < 0 || t[0] == ' ')
        {
            return false;
        }

        var rest = t[1..];
        while (rest.Length > 0 && rest[0] is '#' or '♯' or 'b' or '♭')
        {
            letter += rest[0] is '#' or '♯' ? 1 : -1;
            rest = rest[1..];
        }

        Mode? mode = rest.Trim() switch
        {
            "" or "M" => Mode.Major,
            "m" => Mode.Minor,
            var word => word.ToUpperInvariant() switch
            {
                "MAJOR" or "MAJ" => Mode.Major,
                "MINOR" or "MIN" => Mode.Minor,
                "DORIAN" => Mode.Dorian,
                "MIXOLYDIAN" => Mode.Mixolydian,
                _ => null,
            },
        };
        key = new Key((letter + 24) % 12, mode ?? Mode.Major);
        return mode is not null;
    }

    /// <summary>The key as "C major" or "F# minor".</summary>
    public override string ToString() =>
        Names[Tonic]
        + Mode switch
        {
            Mode.Minor or Mode.MinorPentatonic => " minor",
            Mode.Dorian => " dorian",
            Mode.Mixolydian => " mixolydian",
            _ => " major",
        };
}
