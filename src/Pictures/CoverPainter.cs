using System.Globalization;
using SkiaSharp;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>
/// Draws the sleeve of a song from the song itself: colours from key, mode and energy, shapes from sections, chords and tune. The
/// style decides among a dozen designs. No fonts, no network; the same song gives the same picture.
/// </summary>
public static class CoverPainter
{
    private const int Quality = 88;

    /// <summary>The song's cover as a JPEG file, square, with 8-bit sRGB colours.</summary>
    /// <param name="song">The song; what lies before <see cref="Song.From"/> is not drawn.</param>
    /// <param name="pixels">Length of a side, 16 to 4096.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is too short or too long.</exception>
    public static byte[] Paint(Song song, int pixels = 1024)
    {
        ArgumentNullException.ThrowIfNull(song);
        var random = Stream(song);
        return Paint(song, DesignChoice.Of(song.Style, random.Child("design")), pixels);
    }

    /// <summary>The song's cover in a given design.</summary>
    internal static byte[] Paint(Song song, ICoverDesign design, int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixels, 4096);
        var random = Stream(song);
        var facts = FactsReader.Read(song);
        var palette = PaletteMaker.Make(facts, random.Child("colours"));
        using var bitmap = new SKBitmap(new SKImageInfo(pixels, pixels, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Compose(bitmap, design, facts, palette, random.Child("shapes"));

        Grain.Lay(bitmap, random.Child("grain"), 5);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    private static RandomStream Stream(Song song) =>
        new(
            song.Brief.Seed,
            string.Create(CultureInfo.InvariantCulture, $"cover {song.TakeSeed} {song.From} {song.Style}")
        );

    private static void Compose(
        SKBitmap bitmap,
        ICoverDesign design,
        CoverFacts facts,
        Palette palette,
        RandomStream random
    )
    {
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(bitmap.Width / 1000f);
        var whole = new SKRect(0, 0, 1000, 1000);
        var area = design.Layout == CoverLayout.Framed ? new SKRect(64, 64, 936, 846) : whole;
        var sleeve = new Sheet(canvas, whole, facts, palette, random);
        var paper = palette.IsDark ? palette.Deep.Lighter(-0.04) : palette.Ground.Lighter(0.03);
        sleeve.Backdrop(paper, paper);
        canvas.Save();
        canvas.ClipRect(area);
        design.Draw(new Sheet(canvas, area, facts, palette, random));
        canvas.Restore();
        canvas.Flush();
        Caption.Write(sleeve, design.Layout, bitmap);
    }
}
