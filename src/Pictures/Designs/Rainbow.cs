using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>Arcs over a horizon, a section each from the inside out, as broad as it is strong; the tune runs along the last one.</summary>
internal sealed class Rainbow : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 0.35 + 1.3 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, Lch.Mix(palette.Ground, palette.Main, 0.22));
        var corner = sheet.Random.NextInt(3);
        var x = sheet.X(
            corner switch
            {
                0 => 0.5,
                1 => 0.12,
                _ => 0.88,
            }
        );
        var y = sheet.Y(0.9);
        var reach = sheet.Side * (corner == 0 ? 0.47 : 0.78);
        var core = reach * 0.16;
        var sections = sheet.Facts.Sections;
        var total = sections.Sum(section => Size(section.Energy));
        var unit = (reach - core) / total;
        var gap = Math.Min(6, unit * 0.12);
        sheet.Canvas.Save();
        sheet.Canvas.ClipRect(new SKRect(sheet.Area.Left, sheet.Area.Top, sheet.Area.Right, y));
        var radius = core;
        foreach (var section in sections)
        {
            var width = unit * Size(section.Energy);
            Band(sheet, x, y, radius + width / 2, width - gap, section);
            radius += width;
        }

        sheet.Circle(x, y, core - 2 * gap, palette.Main);
        sheet.Canvas.Restore();
        Ground(sheet, y);
    }

    // Each band is cut along its length into the section's chords.
    private static void Band(Sheet sheet, double x, double y, double radius, double width, CoverSection section)
    {
        var box = new SKRect((float)(x - radius), (float)(y - radius), (float)(x + radius), (float)(y + radius));
        foreach (var chord in sheet.Facts.Chords)
        {
            var from = Math.Max(chord.From, section.From);
            var to = Math.Min(chord.To, section.To);
            if (to - from < 1e-6 || section.Width <= 0)
            {
                continue;
            }

            var start = 180 + 180 * (from - section.From) / section.Width;
            using var paint = new SKPaint
            {
                Color = sheet.Palette.Of(chord).Paint(),
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = (float)Math.Max(1, width),
            };
            sheet.Canvas.DrawArc(box, (float)start, (float)(180 * (to - from) / section.Width + 0.3), false, paint);
        }
    }

    private static void Ground(Sheet sheet, double y)
    {
        var palette = sheet.Palette;
        sheet.Box(sheet.Area.Left, y, sheet.Area.Right, sheet.Area.Bottom, palette.Answer);
        foreach (var note in sheet.Facts.Tune)
        {
            var at = sheet.X(0.06 + 0.88 * note.At);
            var height = sheet.Area.Bottom - y;
            var top = sheet.Area.Bottom - height * (0.22 + 0.56 * note.Height);
            sheet.Segment(at, top, at + Math.Max(1, note.Length * sheet.Width * 0.8), top, 3, palette.Ground, 0.9);
        }
    }
}
