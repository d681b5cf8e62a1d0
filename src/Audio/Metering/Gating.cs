namespace Troubadour.Audio;

/// <summary>The gates of ITU-R BS.1770-4 over powers that come every 100 ms.</summary>
internal static class Gating
{
    /// <summary>LUFS at or below which nothing counts.</summary>
    public const double Absolute = -70;

    private const double Relative = 10;

    /// <summary>The loudness of a power, in LUFS; -infinity for none.</summary>
    public static double Level(double power) => -0.691 + 10 * DeterministicMath.Log10(power);

    /// <summary>The mean power of so many hops, for each place where they fit.</summary>
    public static List<double> Windows(List<double> hops, int count)
    {
        var powers = new List<double>(hops.Count);
        for (var end = count; end <= hops.Count; end++)
        {
            var sum = 0.0;
            for (var i = end - count; i < end; i++)
            {
                sum += hops[i];
            }

            powers.Add(sum / count);
        }

        return powers;
    }

    /// <summary>Blocks of 400 ms over -70 LUFS and then over 10 LU below their mean.</summary>
    public static double Integrated(List<double> hops)
    {
        var heard = Windows(hops, 4).FindAll(power => Level(power) > Absolute);
        if (heard.Count == 0)
        {
            return double.NegativeInfinity;
        }

        var gate = Level(heard.Average()) - Relative;
        return Level(heard.FindAll(power => Level(power) > gate).Average());
    }
}
