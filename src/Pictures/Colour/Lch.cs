using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>A colour by how light, how strong and of which hue it looks: OKLCH (Björn Ottosson, "A perceptual color space", 2020).</summary>
/// <param name="Light">0 black to 1 white.</param>
/// <param name="Chroma">0 grey to about .3.</param>
/// <param name="Hue">Degrees; 30 red, 90 yellow, 145 green, 250 blue, 330 pink.</param>
internal readonly record struct Lch(double Light, double Chroma, double Hue)
{
    /// <summary>The colour on the screen; chroma is taken back until the screen can show it.</summary>
    public SKColor Paint(double alpha = 1)
    {
        var chroma = Math.Max(0, Chroma);
        for (var i = 0; i < 20; i++)
        {
            var (r, g, b) = Linear(chroma);
            if (Math.Min(r, Math.Min(g, b)) >= -0.002 && Math.Max(r, Math.Max(g, b)) <= 1.002)
            {
                return new SKColor(Screen(r), Screen(g), Screen(b), (byte)(Math.Clamp(alpha, 0, 1) * 255 + 0.5));
            }

            chroma *= 0.9;
        }

        var grey = Screen(Math.Pow(Math.Clamp(Light, 0, 1), 3));
        return new SKColor(grey, grey, grey, (byte)(Math.Clamp(alpha, 0, 1) * 255 + 0.5));
    }

    /// <summary>A colour between two, the shorter way round the hues.</summary>
    public static Lch Mix(Lch a, Lch b, double share)
    {
        var turn = ((b.Hue - a.Hue) % 360 + 540) % 360 - 180;
        return new Lch(
            a.Light + (b.Light - a.Light) * share,
            a.Chroma + (b.Chroma - a.Chroma) * share,
            a.Hue + turn * share
        );
    }

    /// <summary>The same colour lighter or darker.</summary>
    public Lch Lighter(double by) => this with { Light = Math.Clamp(Light + by, 0, 1) };

    private (double R, double G, double B) Linear(double chroma)
    {
        var angle = Hue * Math.PI / 180;
        var a = chroma * Math.Cos(angle);
        var b = chroma * Math.Sin(angle);
        var l = Cube(Light + 0.3963377774 * a + 0.2158037573 * b);
        var m = Cube(Light - 0.1055613458 * a - 0.0638541728 * b);
        var s = Cube(Light - 0.0894841775 * a - 1.2914855480 * b);
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        );
    }

    private static double Cube(double x) => x * x * x;

    private static byte Screen(double x)
    {
        var clamped = Math.Clamp(x, 0, 1);
        var value = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.Pow(clamped, 1 / 2.4) - 0.055;
        return (byte)(value * 255 + 0.5);
    }
}
