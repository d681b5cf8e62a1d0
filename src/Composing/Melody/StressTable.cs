namespace Troubadour.Composing;

/// <summary>
/// How well a syllable of some stress sits on a place in the bar. The weights bring lines to what lyricists do: stressed syllables of
/// long words on strong beats .76, one-syllable content words .65, function words .20, unstressed syllables .11 (OpenEWLD).
/// </summary>
internal sealed class StressTable(MetricGrid grid, MelodySheet sheet)
{
    private static readonly double[][] Weights =
    [
        [140, 2.4, 0.2, 0.05],
        [14, 2, 0.5, 0.25],
        [1.5, 1.3, 1, 0.8],
        [0.7, 1.3, 1.05, 1],
        [0.5, 1.3, 1.05, 1],
    ];

    /// <summary>The weight of a syllable with stress -1 to 1 on a slot.</summary>
    public double Of(double stress, int slot)
    {
        var row = Weights[Class(stress)];
        var own = row[Place(slot)];
        if (Place(slot) != 2 || Place(slot + 2) != 0 || stress <= 0.2)
        {
            return own;
        }

        return own + (0.1 * sheet.Syncopation * row[0]);
    }

    /// <summary>The weight of a line's last onset: on a beat, or an eighth before it where the style anticipates.</summary>
    public double End(int slot) =>
        Place(slot) switch
        {
            0 => 1.4 * (1 - (0.75 * sheet.Anticipation)),
            1 => 1 - (0.6 * sheet.Anticipation),
            2 => 0.35 + (2.6 * sheet.Anticipation),
            _ => 0.2,
        };

    private int Place(int slot) =>
        grid.Strength(slot) switch
        {
            >= 0.8 => 0,
            >= 0.5 => 1,
            > 0.1 => 2,
            _ => 3,
        };

    private static int Class(double stress) =>
        stress switch
        {
            > 0.9 => 0,
            > 0.5 => 1,
            > 0 => 2,
            > -0.75 => 3,
            _ => 4,
        };
}
