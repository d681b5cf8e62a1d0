using SkiaSharp;

namespace Troubadour.Pictures.Tests;

/// <summary>Looks at finished pictures.</summary>
internal static class Pixels
{
    public static SKBitmap Open(byte[] jpeg) =>
        SKBitmap.Decode(jpeg) ?? throw new InvalidDataException("That is no picture.");

    /// <summary>Mean distance of two pictures' colours, 0 the same to 255 black against white.</summary>
    public static double Distance(byte[] one, byte[] other)
    {
        using var a = Open(one);
        using var b = Open(other);
        var x = a.Bytes;
        var y = b.Bytes;
        return x.Zip(y, (p, q) => (double)Math.Abs(p - q)).Average();
    }
}
