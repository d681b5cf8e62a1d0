using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// Where the copies of a unison lie in pitch, level and space. Seven copies have the distances that Szabo (How to Emulate the Super Saw,
/// 2010) measured; other numbers are spaced evenly. The power of all copies is 1.
/// </summary>
internal sealed class UnisonLayout
{
    private static readonly double[] s_seven = [-1, -0.5715, -0.1775, 0, 0.181, 0.565, 0.9766];

    public UnisonLayout(OscillatorSheet sheet)
    {
        var count = sheet.Unison;
        Ratios = new double[count];
        Left = new float[count];
        Right = new float[count];
        var power = 0.0;
        var levels = new double[count];
        for (var i = 0; i < count; i++)
        {
            var place = Place(i, count);
            Ratios[i] = DeterministicMath.Exp2(place * sheet.Detune / 1200);
            levels[i] = 2 * i == count - 1 ? 1 : sheet.Mix;
            power += levels[i] * levels[i];
        }

        for (var i = 0; i < count; i++)
        {
            // Neighbours in pitch go to opposite sides, so that neither side is the sharp one.
            var side = count == 1 ? 0 : (i % 2 == 0 ? 1 : -1) * Math.Abs(Place(i, count));
            var (left, right) = Panning.Gains(side * sheet.Spread);
            var level = levels[i] / Math.Sqrt(power);
            Left[i] = (float)(level * left);
            Right[i] = (float)(level * right);
        }
    }

    /// <summary>Copies at given frequencies, equally loud in the middle.</summary>
    public UnisonLayout(double[] ratios)
    {
        Ratios = ratios;
        Left = new float[ratios.Length];
        Left.AsSpan().Fill((float)(1 / Math.Sqrt(ratios.Length)));
        Right = Left;
    }

    /// <summary>Frequencies over the middle one.</summary>
    public double[] Ratios { get; }

    public float[] Left { get; }

    public float[] Right { get; }

    private static double Place(int i, int count) =>
        count == 1 ? 0
        : count == 7 ? s_seven[i]
        : 2.0 * i / (count - 1) - 1;
}
