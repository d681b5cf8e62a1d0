using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>A flower: whorls of petals, a section each from the outermost inwards, as long as it is strong; the tune is its pollen.</summary>
internal sealed class Bloom : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Foot;

    public double Size(double energy) => 0.13 + 0.3 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, palette.Deep);
        var x = sheet.X(0.5);
        var y = sheet.Y(0.465);
        sheet.Glow(x, y, sheet.Side * 0.6, palette.Answer, palette.IsDark ? 0.25 : 0.18);
        var sections = sheet
            .Facts.Sections.OrderByDescending(section => Size(section.Energy))
            .ThenBy(section => section.From)
            .ToList();
        var petals = 5 + sheet.Random.NextInt(4);
        for (var i = 0; i < sections.Count; i++)
        {
            var depth = sections.Count == 1 ? 0 : (double)i / (sections.Count - 1);
            Whorl(sheet, new SKPoint(x, y), sections[i], petals, depth);
        }

        Pollen(sheet, x, y);
    }

    private void Whorl(Sheet sheet, SKPoint centre, CoverSection section, int petals, double depth)
    {
        var length = sheet.Side * Size(section.Energy) * (1 - 0.35 * depth);
        var chord = sheet.Facts.ChordAt(section.From + section.Width / 2);
        var colour = Lch.Mix(sheet.Palette.Of(chord), sheet.Palette.Answer, 0.25 + 0.6 * depth)
            .Lighter(0.06 - 0.1 * (1 - depth));
        using var petal = Petal(length, length * (0.3 + 0.12 * section.Energy));
        for (var i = 0; i < petals; i++)
        {
            sheet.Canvas.Save();
            sheet.Canvas.Translate(centre.X, centre.Y);
            sheet.Canvas.RotateDegrees((float)(360 * ((i + section.From * petals * 0.618) / petals)));
            sheet.Fill(petal, colour.Lighter(0.04), colour.Lighter(-0.08));
            sheet.Stroke(petal, 1.4, colour.Lighter(-0.16), 0.6);
            sheet.Segment(0, -length * 0.2, 0, -length * 0.82, 1.2, colour.Lighter(-0.14), 0.5);
            sheet.Canvas.Restore();
        }
    }

    private static SKPathBuilder Petal(double length, double width)
    {
        var path = new SKPathBuilder();
        var l = (float)length;
        var w = (float)width;
        path.MoveTo(0, 0);
        path.CubicTo(-w * 1.1f, -l * 0.35f, -w * 0.95f, -l * 0.85f, 0, -l);
        path.CubicTo(w * 0.95f, -l * 0.85f, w * 1.1f, -l * 0.35f, 0, 0);
        path.Close();
        return path;
    }

    private static void Pollen(Sheet sheet, double x, double y)
    {
        var heart = sheet.Side * 0.058;
        sheet.Circle(x, y, heart, sheet.Palette.Deep.Lighter(-0.06));
        var tune = sheet.Facts.Tune;
        for (var i = 0; i < tune.Length; i++)
        {
            var (sin, cos) = Math.SinCos(i * 2.399963);
            var radius = heart * (0.15 + 1.25 * Math.Sqrt((i + 0.5) / tune.Length));
            var size = 1.6 + 3.2 * tune[i].Height;
            sheet.Circle(x + cos * radius, y + sin * radius, size, sheet.Palette.Main.Lighter(0.12), 0.95);
        }
    }
}
