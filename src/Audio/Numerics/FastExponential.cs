namespace Troubadour.Audio;

/// <summary>2 to the x for control values: a polynomial of degree 7 (relative error below 1e-9), the same bits on every machine.</summary>
public static class FastExponential
{
    /// <summary>Attenuation in centibels times this is a power of two.</summary>
    public const double PerCentibel = -0.0166096404744368117;

    /// <summary>2 to the x for x from -1000 to 1000; 0 below.</summary>
    public static double Exp2(double x)
    {
        if (x < -1000)
        {
            return 0;
        }

        var n = Math.Floor(x + 0.5);
        var r = (x - n) * 0.693147180559945309;
        var p = 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        p = p * r + 1;
        p = p * r + 1;
        return p * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }

    /// <summary>The amplitude of an attenuation in centibels.</summary>
    public static double Amplitude(double centibels) => Exp2(centibels * PerCentibel);
}
