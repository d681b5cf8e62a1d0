using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>A Swiss poster: a disc for each bar in reading order, as large as its section is strong, coloured by its chord.</summary>
internal sealed class Dots : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 0.16 + 0.34 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, palette.Ground);
        var columns = Math.Clamp((int)Math.Ceiling(Math.Sqrt(sheet.Facts.Bars.Length)), 4, 11);
        var count = Math.Min(columns * columns, Math.Max(16, sheet.Facts.Bars.Length));
        var rows = (int)Math.Ceiling(count / (double)columns);
        var cell = Math.Min(sheet.Width * 0.88 / columns, sheet.Height * 0.88 / rows);
        var left = sheet.Area.MidX - cell * columns / 2;
        var top = sheet.Area.MidY - cell * rows / 2;
        var starts = new HashSet<CoverSection>();
        for (var i = 0; i < columns * rows; i++)
        {
            var at = (i + 0.5) / (columns * rows);
            var section = sheet.Facts.SectionAt(at);
            var box = SKRect.Create(
                (float)(left + i % columns * cell),
                (float)(top + i / columns * cell),
                (float)cell,
                (float)cell
            );
            Disc(sheet, box, at, section, starts.Add(section));
        }
    }

    private void Disc(Sheet sheet, SKRect box, double at, CoverSection section, bool opens)
    {
        var palette = sheet.Palette;
        var radius = box.Width * Size(section.Energy) * (0.86 + 0.14 * sheet.Facts.BusyAt(at));
        var colour = palette.Of(sheet.Facts.ChordAt(at));
        if (opens)
        {
            sheet.Box(box.Left + 1, box.Top + 1, box.Right - 1, box.Bottom - 1, palette.Heat(section.Energy));
            colour = palette.Ink;
        }

        sheet.Circle(box.MidX, box.MidY, radius, colour);
        var tune = sheet.Facts.Contour(at, Math.Min(1, at + 0.01), 1)[0];
        if (section.Energy < 0.35)
        {
            return;
        }

        // The tune is a half disc that turns with its height.
        using var half = new SKPathBuilder();
        var inner = (float)(radius * 0.98);
        half.AddArc(
            new SKRect(box.MidX - inner, box.MidY - inner, box.MidX + inner, box.MidY + inner),
            (float)(Math.Round(tune * 8) * 45),
            180
        );
        half.Close();
        sheet.Fill(half, opens ? palette.Ground : palette.Heat(section.Energy).Lighter(-0.06), 0.92);
    }
}
