namespace Troubadour.Music;

/// <summary>A scale's step pattern.</summary>
public enum Mode
{
    /// <summary>0 2 4 5 7 9 11.</summary>
    Major,

    /// <summary>Natural minor, 0 2 3 5 7 8 10.</summary>
    Minor,

    /// <summary>0 2 3 5 7 9 10.</summary>
    Dorian,

    /// <summary>0 2 4 5 7 9 10.</summary>
    Mixolydian,

    /// <summary>0 2 4 7 9, harmonised from the major scale.</summary>
    MajorPentatonic,

    /// <summary>0 3 5 7 10, harmonised from the minor scale.</summary>
    MinorPentatonic,
}
