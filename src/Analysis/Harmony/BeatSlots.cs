namespace Troubadour.Analysis;

/// <summary>Stretches of time from beat to beat that cover a sound, with how likely a chord changes at the start of each.</summary>
/// <param name="Edges">Seconds; one more than slots, empty for no slots.</param>
/// <param name="Strength">2 on a downbeat, 1 in the middle of a bar of an even number of beats, else 0.</param>
internal sealed record BeatSlots(double[] Edges, int[] Strength)
{
    private const double Shortest = 0.1;

    /// <summary>Slots.</summary>
    public int Count => Strength.Length;

    /// <summary>Slots from beats; halves of long beats are slots of their own.</summary>
    public static BeatSlots Of(Rhythm? rhythm, double seconds)
    {
        var (edges, strength) = (new List<double> { 0 }, new List<int> { 2 });
        void Add(double second, int weight)
        {
            if (second - edges[^1] > Shortest && second < seconds - Shortest)
            {
                edges.Add(second);
                strength.Add(weight);
            }
            else if (Math.Abs(second - edges[^1]) <= Shortest)
            {
                strength[^1] = Math.Max(strength[^1], weight);
            }
        }

        for (var i = 0; i < rhythm?.Beats.Length; i++)
        {
            var place = rhythm.Positions[i];
            Add(
                rhythm.Beats[i],
                place == 0 ? 2
                    : 2 * place == rhythm.Model.Pulses ? 1
                    : 0
            );
        }

        for (var k = 1; rhythm is null && k * 0.5 < seconds; k++)
        {
            Add(k * 0.5, 1);
        }

        edges.Add(seconds);
        return seconds <= 0 ? new([], []) : new([.. edges], [.. strength]);
    }
}
