using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>Brush strokes along a field of flow that the tune bends; the song runs from left to right, strong sections in broad strokes.</summary>
internal sealed class Flow : ICoverDesign
{
    private const int Strokes = 620;
    private const int Steps = 26;

    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 2 + 13 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, palette.Deep);
        var tune = sheet.Facts.Contour(0, 1, 64);
        var field = new Field(sheet.Random.Next(1.2, 2.4), sheet.Random.Next(0, 6), sheet.Random.Next(0.5, 1.1), tune);
        for (var i = 0; i < Strokes; i++)
        {
            Stroke(sheet, field, i);
        }
    }

    private void Stroke(Sheet sheet, Field field, int index)
    {
        var x = sheet.Random.Next(-0.08, 1.0);
        var y = sheet.Random.Next(-0.03, 1.03);
        var at = Math.Clamp(x + 0.06, 0, 1);
        var section = sheet.Facts.SectionAt(at);
        var step = (0.004 + 0.008 * section.Energy) * sheet.Random.Next(0.6, 1.3);
        var colour = Colour(sheet, at, index);
        using var path = new SKPathBuilder();
        path.MoveTo(sheet.X(x), sheet.Y(y));
        for (var i = 0; i < Steps; i++)
        {
            var (sin, cos) = Math.SinCos(field.Angle(x, y));
            x += step * cos;
            y += step * sin;
            path.LineTo(sheet.X(x), sheet.Y(y));
        }

        sheet.Stroke(path, Size(section.Energy) * sheet.Random.Next(0.45, 1.15), colour, 0.9);
    }

    private static Lch Colour(Sheet sheet, double at, int index)
    {
        var palette = sheet.Palette;
        var chord = palette.Of(sheet.Facts.ChordAt(Math.Clamp(at + sheet.Random.Next(-0.03, 0.03), 0, 1)));
        var kind = sheet.Random.NextUnit();
        var colour =
            kind < 0.6 ? chord
            : kind < 0.8 ? palette.Answer
            : kind < 0.93 ? Lch.Mix(palette.Deep, chord, 0.35)
            : palette.Ink;
        return colour.Lighter(sheet.Random.Next(-0.05, 0.05) + (index % 3 - 1) * 0.02);
    }

    private sealed record Field(double Scale, double Phase, double Bend, double[] Tune)
    {
        public double Angle(double x, double y)
        {
            var slope = Tune[Math.Clamp((int)(x * Tune.Length), 0, Tune.Length - 1)] - 0.5;
            return Bend * Math.Sin(Scale * 2.1 * y * 2 + Phase + 1.3 * x)
                + 0.55 * Math.Cos(Scale * 3.3 * x - Phase * 2 + y)
                - 0.8 * slope;
        }
    }
}
