namespace Troubadour.Mixing;

/// <summary>The way of a group from its bus to the master.</summary>
/// <param name="Curve">Its gain at every frame.</param>
/// <param name="Track">The same without master gain and closing fade.</param>
/// <param name="GainDb">The master gain.</param>
/// <param name="Least">The least gain of limiter or fit, a ratio.</param>
internal sealed record MasterPlan(MasterCurve Curve, GainTrack Track, double GainDb, float Least)
{
    /// <summary>The share of edges whose gain is lower than the glue's by more than some steps.</summary>
    public double Share(ReadOnlySpan<int> glue, int steps)
    {
        var count = 0;
        for (var edge = 0; edge < glue.Length; edge++)
        {
            count += Track.Steps[edge] - glue[edge] < steps ? 1 : 0;
        }

        return (double)count / glue.Length;
    }
}
