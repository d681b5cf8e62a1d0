namespace Troubadour.Analysis;

/// <summary>A kind of bar that the beat tracker may find.</summary>
/// <param name="Pulses">Felt beats in a bar.</param>
/// <param name="Division">Parts of a beat: 2, or 3 in compound metres.</param>
/// <param name="SlowestBpm">The slowest beat.</param>
/// <param name="FastestBpm">The fastest beat.</param>
/// <param name="Prior">What is added to its score: how usual it is.</param>
internal sealed record BarModel(int Pulses, int Division, double SlowestBpm, double FastestBpm, double Prior)
{
    /// <summary>The upper number of the time signature.</summary>
    public int Beats => Division == 3 ? Pulses * 3 : Pulses;

    /// <summary>The lower number of the time signature.</summary>
    public int Unit => Division == 3 ? 8 : 4;

    /// <summary>4/4, 3/4, 6/8 and 12/8.</summary>
    public static IReadOnlyList<BarModel> Usual { get; } =
    [new(4, 2, 55, 220, 0), new(3, 2, 70, 220, -0.04), new(2, 3, 40, 85, -0.03), new(4, 3, 40, 85, -0.02)];

    /// <summary>The model of a time signature that a caller gives, for any tempo.</summary>
    public static BarModel Of(Music.Meter meter) =>
        meter.IsCompound ? new(meter.Beats / 3, 3, 30, 150, 0) : new(Math.Clamp(meter.Beats, 1, 12), 2, 30, 300, 0);
}
