using SkiaSharp;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>The tooth of printed paper: brightness noise over a finished picture, and a rim that is a little darker.</summary>
internal static class Grain
{
    /// <param name="bitmap">The picture, 32 bits a pixel with the fourth byte unused.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <param name="depth">Mean size of the noise in steps of 1/255.</param>
    public static void Lay(SKBitmap bitmap, RandomStream random, double depth)
    {
        var pixels = bitmap.GetPixelSpan();
        var writable = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
            ref System.Runtime.InteropServices.MemoryMarshal.GetReference(pixels),
            pixels.Length
        );
        var strength = (int)(depth * 4);
        var bits = 0UL;
        for (var i = 0; i < writable.Length; i += 4)
        {
            if (i % 32 == 0)
            {
                bits = random.NextBits();
            }

            // The sum of two draws of four bits leans to the middle, as grain does.
            var noise = ((int)(bits & 15) + (int)((bits >> 4) & 15) - 15) * strength >> 5;
            bits >>= 8;
            writable[i] = Clamp(writable[i] + noise);
            writable[i + 1] = Clamp(writable[i + 1] + noise);
            writable[i + 2] = Clamp(writable[i + 2] + noise);
        }
    }

    private static byte Clamp(int value) => (byte)Math.Clamp(value, 0, 255);
}
