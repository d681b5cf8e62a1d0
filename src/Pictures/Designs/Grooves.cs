using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>The record itself: grooves from the rim inwards that swing with the tune, the more the stronger the section; a label of the key.</summary>
internal sealed class Grooves : ICoverDesign
{
    private const int Points = 300;

    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 1.5 + 17 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, palette.Deep);
        var side = sheet.Random.NextInt(3);
        var x = sheet.X(
            side switch
            {
                0 => 0.5,
                1 => 0.86,
                _ => 0.2,
            }
        );
        var y = sheet.Y(side == 0 ? 0.5 : sheet.Random.Next(0.35, 0.65));
        var rim = sheet.Side * (side == 0 ? 0.44 : 0.68);
        var label = rim * 0.3;
        var lines = side == 0 ? 30 : 40;
        sheet.Glow(x, y, rim * 1.25, palette.Main, 0.2);
        for (var i = 0; i < lines; i++)
        {
            var share = (double)i / (lines - 1);
            var radius = rim - (rim - label * 1.12) * share;
            Line(sheet, new SKPoint((float)x, (float)y), radius, share, 1.0 / lines);
        }

        sheet.Circle(x, y, label, palette.Main);
        sheet.Ring(x, y, label * 0.86, 1.6, palette.Ground, 0.7);
        sheet.Circle(x, y, label * 0.42, palette.Answer);
        sheet.Circle(x, y, label * 0.07, palette.Ground);
    }

    private void Line(Sheet sheet, SKPoint centre, double radius, double at, double span)
    {
        var section = sheet.Facts.SectionAt(at);
        var tune = sheet.Facts.Contour(at, Math.Min(1, at + span * 2), Points);
        var swing = Size(section.Energy);
        var ripples = 5 + (int)(at * 37) % 7;
        using var path = new SKPathBuilder();
        for (var i = 0; i <= Points; i++)
        {
            var share = (double)(i % Points) / Points;
            var fade = Math.Sin(Math.PI * share);
            var wave = (tune[i % Points] - 0.5) * 1.8 + 0.25 * Math.Sin(share * ripples * 2 * Math.PI);
            var r = radius + swing * fade * fade * wave;
            var (sin, cos) = Math.SinCos((share + 0.4) * 2 * Math.PI);
            var point = new SKPoint(centre.X + (float)(cos * r), centre.Y + (float)(sin * r));
            if (i == 0)
            {
                path.MoveTo(point);
            }
            else
            {
                path.LineTo(point);
            }
        }

        path.Close();
        var colour = Lch.Mix(sheet.Palette.Of(sheet.Facts.ChordAt(at)), sheet.Palette.Ink, 0.18);
        sheet.Stroke(path, 1.8 + 4.2 * section.Energy, colour, 0.95);
    }
}
