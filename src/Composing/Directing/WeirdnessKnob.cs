using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>How far rhythms leave the square (<see cref="SongBrief.Weirdness"/>); chords and moves are bent where they are drawn.</summary>
internal static class WeirdnessKnob
{
    /// <summary>The style, squarer or looser.</summary>
    public static StyleSheet Bend(StyleSheet style, SongBrief brief)
    {
        var turn = Knob.Turn(brief.Weirdness);
        return turn == 0
            ? style
            : style with
            {
                Melody = style.Melody with
                {
                    Anticipation = Math.Clamp(style.Melody.Anticipation + 0.2 * turn, 0, 0.8),
                    Pentatonic = style.Melody.Pentatonic && turn < 0.5,
                },
            };
    }
}
