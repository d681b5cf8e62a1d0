namespace Troubadour.Pictures;

/// <summary>The song once round a clock: a ray for each beat or so, as long as its section is strong, coloured by its chord.</summary>
internal sealed class Sunburst : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Foot;

    public double Size(double energy) => 0.09 + 0.24 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, palette.Deep);
        var x = sheet.X(0.5);
        var y = sheet.Y(0.455);
        var inner = sheet.Side * 0.105;
        sheet.Glow(x, y, sheet.Side * 0.62, palette.Main, palette.IsDark ? 0.28 : 0.2);
        var rays = Math.Clamp(sheet.Facts.Bars.Length * 2, 72, 180);
        var width = Math.Min(2 * Math.PI * sheet.Side * 0.2 / rays * 0.62, 9);
        for (var i = 0; i < rays; i++)
        {
            Ray(sheet, x, y, inner, (i + 0.5) / rays, width);
        }

        Tune(sheet, x, y);
        sheet.Circle(x, y, inner * 0.78, palette.Main);
        sheet.Circle(x, y, inner * 0.2, palette.Ground);
    }

    private static (double Sin, double Cos) Angle(double at) => Math.SinCos((at * 0.985 - 0.25) * 2 * Math.PI);

    private void Ray(Sheet sheet, double x, double y, double inner, double at, double width)
    {
        var section = sheet.Facts.SectionAt(at);
        var (sin, cos) = Angle(at);
        var length = sheet.Side * Size(section.Energy) * (0.72 + 0.28 * sheet.Facts.BusyAt(at));
        var colour = sheet.Palette.Of(sheet.Facts.ChordAt(at));
        sheet.Segment(
            x + cos * (inner + 12),
            y + sin * (inner + 12),
            x + cos * (inner + 12 + length),
            y + sin * (inner + 12 + length),
            width,
            colour,
            0.95
        );
    }

    private static void Tune(Sheet sheet, double x, double y)
    {
        foreach (var note in sheet.Facts.Tune)
        {
            var (sin, cos) = Angle(note.At);
            var radius = sheet.Side * (0.15 + 0.24 * note.Height);
            var size = Math.Clamp(note.Length * 500, 1.6, 5);
            sheet.Circle(x + cos * radius, y + sin * radius, size, sheet.Palette.Ink, 0.85);
        }
    }
}
