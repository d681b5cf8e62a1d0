namespace Troubadour.Composing;

/// <summary>
/// How well a syllable of some stress sits on a place in the bar. Set by trial so that stressed syllables of long words lie on strong
/// beats about as often as lyricists put them there (.76, OpenEWLD) and weak ones hardly ever. Rows go from the stress of a long word
/// to the weak syllables of one; columns are strong beats, other beats, eighths and sixteenths between.
/// </summary>
internal sealed class StressTable(MetricGrid grid, MelodySheet sheet, double turn = 0)
{
    private readonly double[][] _weights =
    [
        .. Weights.Select(row => row.Select(weight => WordsKnob.Weigh(turn, weight)).ToArray()),
    ];

    private static readonly double[][] Weights =
    [
        [300, 3, 0.15, 0.03],
        [9, 2, 0.6, 0.3],
        [1.5, 1.3, 1, 0.8],
        [0.7, 1.3, 1.05, 1],
        [0.5, 1.3, 1.05, 1],
    ];

    private static readonly double[][] Worths =
    [
        [1.6, 0.2, -0.8, -1.2],
        [0.5, 0.3, -0.05, -0.2],
        [0.2, 0.2, 0, -0.1],
        [-0.2, 0, 0.1, 0.1],
        [-0.5, 0, 0.1, 0.1],
    ];

    /// <summary>The weight of a syllable with stress -1 to 1 on a slot.</summary>
    public double Of(double stress, int slot)
    {
        var row = _weights[Class(stress)];
        var own = row[Place(slot)];
        if (Place(slot) != 2 || Place(slot + 2) != 0 || stress <= 0.2)
        {
            return own;
        }

        return own + (0.03 * sheet.Syncopation * row[0]);
    }

    /// <summary>What a syllable on a slot is worth when rhythms are ranked: most for a long word's stress on a strong beat, below 0 for harm.</summary>
    public double Worth(double stress, int slot)
    {
        var row = Worths[Class(stress)];
        return Place(slot) == 2 && Place(slot + 2) == 0 && stress > 0.2
            ? Math.Max(row[2], 0.3 * row[0])
            : row[Place(slot)];
    }

    /// <summary>How much stress counts when rhythms are ranked: 4 usually.</summary>
    public double Weight { get; } = 4 * (1 + (turn < 0 ? 0.9 : 1.5) * turn);

    /// <summary>-1 where the tune has its way to 1 where the words have theirs.</summary>
    public double Turn => turn;

    /// <summary>The most that <see cref="Worth"/> gives for a stress.</summary>
    public static double Best(double stress) => Worths[Class(stress)].Max();

    /// <summary>The weight of a line's last syllable: on a beat, or early by an eighth, where it counts as on that beat.</summary>
    public double End(double stress, int slot, bool early) =>
        (early, Place(slot)) switch
        {
            (true, 2) when Place(slot + 2) < 2 => 4 * Of(stress, slot + 2),
            (true, _) => 0.1 * Of(stress, slot),
            (false, 0) => 1.3 * Of(stress, slot),
            (false, 1) => Of(stress, slot),
            _ => 0.3 * Of(stress, slot),
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
