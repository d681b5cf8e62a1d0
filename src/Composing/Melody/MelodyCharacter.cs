using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// What makes one song's tune unlike another's within a style: each figure is drawn once a song, about as widely as sung songs differ
/// (POP909: unisons .23 +- .10, leaps .14 +- .06, chord notes .65 +- .09, range 18.5 +- 3.6 semitones, onsets off the beat .56 +- .15).
/// </summary>
/// <param name="Unisons">Odds of a repeated note against usual.</param>
/// <param name="Leaps">Odds of a leap against usual.</param>
/// <param name="Tension">Odds of a scale note that is not in the chord against usual.</param>
/// <param name="Syncopation">Added to the style's.</param>
/// <param name="Sixteenths">0 to 1: how much of the rhythm of slower songs it takes.</param>
/// <param name="Freedom">0 to 1: how often a returning line is bent rather than copied.</param>
/// <param name="Span">Semitones added to the singer's usual range.</param>
/// <param name="Density">Factor on notes a second.</param>
internal sealed record MelodyCharacter(
    double Unisons,
    double Leaps,
    double Tension,
    double Syncopation,
    double Sixteenths,
    double Freedom,
    int Span,
    double Density
)
{
    /// <summary>Draws a song's character.</summary>
    public static MelodyCharacter Draw(RandomStream random)
    {
        double About(double centre, double spread) => centre + (spread * Math.Clamp(random.NextNormal(), -2, 2));
        return new MelodyCharacter(
            Odds(0.226, Math.Clamp(About(0.23, 0.1), 0.06, 0.45)),
            Odds(0.11, Math.Clamp(About(0.145, 0.05), 0.05, 0.26)),
            Math.Clamp(About(1.2, 0.38), 0.55, 2.2),
            About(0, 0.34),
            Math.Clamp(About(0.4, 0.35), 0, 1),
            Math.Clamp(About(0.36, 0.28), 0, 0.95),
            Math.Clamp((int)Math.Round(About(1.6, 2.2)), -3, 4),
            Math.Clamp(About(1.05, 0.15), 0.75, 1.4)
        );
    }

    /// <summary>The character as the brief's weirdness has it: plainer, or with more leaps, tensions and syncopation.</summary>
    public MelodyCharacter Bent(SongBrief brief)
    {
        var turn = Knob.Turn(brief.Weirdness);
        return turn == 0
            ? this
            : this with
            {
                Unisons = Unisons * Math.Pow(0.8, turn),
                Leaps = Leaps * Math.Pow(2.4, turn),
                Tension = Math.Clamp(Tension * Math.Pow(1.6, turn), 0.3, 3),
                Syncopation = Syncopation + 0.3 * turn,
                Span = Math.Clamp(Span + (turn > 0 ? 1 : 0), -3, 4),
            };
    }

    private static double Odds(double usual, double wished) => wished / (1 - wished) * (1 - usual) / usual;
}
