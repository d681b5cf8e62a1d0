using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Moves a melody to where another singer sings it best.</summary>
internal static class VoiceShift
{
    // How far beyond a singer's usual range songs go.
    private const int Beyond = 2;

    /// <summary>Semitones by which a song is moved for a singer: 0 where the singer stays and reaches all notes.</summary>
    public static int Of(SourceSong source, Gender? gender)
    {
        var keys = source.Leads.SelectMany(phrase => phrase.Notes).Select(note => note.Key).Order().ToList();
        if (keys.Count == 0 || gender is not { } singer)
        {
            return 0;
        }

        var range = VocalRange.Of(singer);
        var centre = range.Centre + 2;
        var reaches = keys[0] >= range.Low - Beyond && keys[^1] <= range.High + Beyond;
        if (reaches && singer == source.Song.Voice?.Gender)
        {
            return 0;
        }

        // Nearest to the middle of the range, in the old key where that is as good.
        return Enumerable
            .Range(-24, 49)
            .MinBy(shift =>
                3.0 * Math.Max(0, range.Low - Beyond - keys[0] - shift)
                + 3.0 * Math.Max(0, keys[^1] + shift - range.High - Beyond)
                + 0.5 * Math.Abs(keys[keys.Count / 2] + shift - centre)
                + (shift % 12 == 0 ? 0 : 1)
                + 0.001 * Math.Abs(shift)
            );
    }

    /// <summary>The phrase some semitones higher.</summary>
    public static VocalPhrase Higher(VocalPhrase phrase, int semitones) =>
        phrase with
        {
            Notes = [.. phrase.Notes.Select(note => note with { Key = note.Key + semitones })],
        };
}
