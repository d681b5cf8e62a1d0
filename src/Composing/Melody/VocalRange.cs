using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Where a voice sings best: female A3 to C5 with a peak of D5, male A2 to E4 with a peak of G4.</summary>
/// <param name="Low">Lowest key.</param>
/// <param name="High">Highest key, choruses only.</param>
/// <param name="VerseTop">Highest key of verses.</param>
/// <param name="Centre">The middle of a verse.</param>
internal sealed record VocalRange(int Low, int High, int VerseTop, double Centre)
{
    public static VocalRange Of(Gender gender) =>
        gender == Gender.Female ? new VocalRange(57, 74, 70, 63) : new VocalRange(45, 66, 60, 52.5);

    /// <summary>A wider or narrower range around the same middle.</summary>
    public VocalRange Stretch(int semitones)
    {
        var below = semitones / 2;
        return new VocalRange(Low - below, High + semitones - below, VerseTop + ((semitones - below) / 2), Centre);
    }
}
