using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>A cloth: a weft for each section, as broad as it is strong, through a warp of the song's chords in their colours.</summary>
internal sealed class Weave : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 0.4 + 1.2 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Deep, palette.Deep);
        var sections = sheet.Facts.Sections;
        var columns = Math.Clamp(sheet.Facts.Chords.Length, 8, 14);
        var total = sections.Sum(section => Size(section.Energy));
        var top = (double)sheet.Area.Top;
        for (var row = 0; row < sections.Length; row++)
        {
            var height = sheet.Height * Size(sections[row].Energy) / total;
            for (var column = 0; column < columns; column++)
            {
                Cell(sheet, sections[row], new SKPointI(column, row), columns, top, height);
            }

            top += height;
        }

        Thread(sheet);
    }

    private static void Cell(Sheet sheet, CoverSection section, SKPointI place, int columns, double top, double height)
    {
        var left = sheet.X((double)place.X / columns);
        var right = sheet.X((place.X + 1.0) / columns);
        var at = section.From + section.Width * (place.X + 0.5) / columns;
        var chord = sheet.Palette.Of(sheet.Facts.ChordAt(at));
        var weft = sheet.Palette.Heat(section.Energy);
        var over = (place.X + place.Y) % 2 == 0;
        var gap = Math.Min(right - left, height) * 0.06;
        Strip(sheet, new SKRect(left, (float)(top + gap), right, (float)(top + height - gap)), weft, false);
        if (over)
        {
            Strip(
                sheet,
                new SKRect((float)(left + gap), (float)top, (float)(right - gap), (float)(top + height)),
                chord,
                true
            );
        }
        else
        {
            Shadow(sheet, left, right, top + gap, top + height - gap);
        }
    }

    // A strip is lit in its middle and dark where it dives under another.
    private static void Strip(Sheet sheet, SKRect box, Lch colour, bool upright)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(box.Left, box.Top),
            upright ? new SKPoint(box.Left, box.Bottom) : new SKPoint(box.Right, box.Top),
            [colour.Lighter(-0.07).Paint(), colour.Lighter(0.02).Paint(), colour.Lighter(-0.07).Paint()],
            null,
            SKShaderTileMode.Clamp
        );
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        sheet.Canvas.DrawRect(box, paint);
    }

    private static void Shadow(Sheet sheet, double left, double right, double top, double bottom)
    {
        var edge = Math.Min(10, (right - left) * 0.16);
        sheet.Box(left, top, left + edge, bottom, sheet.Palette.Deep.Lighter(-0.3), 0.16);
        sheet.Box(right - edge, top, right, bottom, sheet.Palette.Deep.Lighter(-0.3), 0.16);
    }

    private static void Thread(Sheet sheet)
    {
        var points = sheet.Facts.Contour(0, 1, 90);
        using var path = new SKPathBuilder();
        for (var i = 0; i < points.Length; i++)
        {
            var y = sheet.Y(0.08 + 0.84 * i / (points.Length - 1.0));
            var x = sheet.X(0.25 + 0.5 * points[i]);
            if (i == 0)
            {
                path.MoveTo(x, y);
            }
            else
            {
                path.LineTo(x, y);
            }
        }

        sheet.Stroke(path, 9, sheet.Palette.Deep.Lighter(-0.3), 0.25);
        sheet.Stroke(path, 4.5, sheet.Palette.Ink);
    }
}
