using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>Writes with the alphabet's letters.</summary>
internal static class Lettering
{
    private const double Gap = 2.6;

    /// <summary>How wide a spelled text is at a letter height of 1.</summary>
    public static double Width(string text) => text.Sum(letter => Alphabet.Of(letter).Width + Gap) / 10;

    /// <summary>Writes a spelled text whose letters stand on a line.</summary>
    public static void Write(Sheet sheet, string text, SKPoint start, double height, double weight, Lch colour)
    {
        using var line = new SKPathBuilder();
        var scale = (float)(height / 10);
        var x = start.X;
        foreach (var letter in text)
        {
            var glyph = Alphabet.Of(letter);
            using var shape = SKPath.ParseSvgPathData(glyph.Path);
            if (shape is not null)
            {
                shape.Transform(SKMatrix.CreateScaleTranslation(scale, scale, x, start.Y - (float)height));
                line.AddPath(shape);
            }

            x += (float)((glyph.Width + Gap) * scale);
        }

        sheet.Stroke(line, weight, colour);
    }
}
