using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// How far the tune serves the words (<see cref="SongBrief.LyricsStrength"/>). Turned up, stress weighs more where rhythms are drawn,
/// ranked and bent, and each syllable keeps to one note; turned down, stress weighs less and the voice draws syllables over several notes.
/// </summary>
internal static class WordsKnob
{
    // Beyond it a tune with a note too many loses the note rather than drawing a syllable over it.
    private const double Strict = 0.3;
    private const double Slurs = 0.65;

    /// <summary>-1 all for the tune to 1 all for the words; 0 for the usual way and for songs that nobody sings.</summary>
    public static double Turn(SongBrief brief) => brief.IsVocal ? Knob.Turn(brief.LyricsStrength) : 0;

    /// <summary>The weight of a stress on a place under the knob.</summary>
    public static double Weigh(double turn, double weight) =>
        turn == 0 ? weight : Math.Pow(weight, 1 + (turn < 0 ? 0.88 : 1.5) * turn);

    /// <summary>How well words must lie on a tune that they take up, of about 4.</summary>
    public static double Acceptable(double turn, double usual) => usual + (turn < 0 ? 2.5 : 1.6) * turn;

    /// <summary>The chance that a line's last long note falls over several.</summary>
    public static double Falls(double turn, double usual) =>
        turn == 0 ? usual
        : turn > 0 ? usual * (1 - turn)
        : usual + (turn * (usual - 0.8));

    /// <summary>The chance that a long note inside a line goes on to a second one.</summary>
    public static double SlursAt(double turn) => turn < 0 ? -turn * Slurs : 0;

    /// <summary>True where a syllable keeps to one note.</summary>
    public static bool IsStrict(double turn) => turn > Strict;
}
