using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>A sun or moon over water: a swell for each section, the nearest the last, as high as it is strong; the tune glitters.</summary>
internal sealed class Sea : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 3 + 27 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        var high = palette.IsDark ? palette.Deep : palette.Ground;
        var low = Lch.Mix(palette.Ground, palette.Answer, palette.IsDark ? 0.55 : 0.5);
        var horizon = 0.5 + sheet.Random.Next(-0.04, 0.06);
        sheet.Backdrop(high, low);
        var x = sheet.X(sheet.Random.Next(0.3, 0.7));
        var radius = sheet.Side * (0.12 + 0.1 * sheet.Facts.Energy);
        var y = sheet.Y(horizon) - radius * sheet.Random.Next(0.35, 1.6);
        var disc = palette.IsDark ? Lch.Mix(palette.Ink, palette.Main, 0.35) : palette.Main;
        sheet.Glow(x, y, radius * 2.7, disc, 0.42);
        sheet.Circle(x, y, radius, disc);
        Waves(sheet, horizon, low);
        Glitter(sheet, horizon, x, disc);
    }

    private void Waves(Sheet sheet, double horizon, Lch low)
    {
        var sections = sheet.Facts.Sections;
        var near = sheet.Palette.IsDark ? sheet.Palette.Deep : new Lch(0.3, 0.08, sheet.Palette.Answer.Hue);
        var far = Lch.Mix(
            low,
            new Lch(sheet.Palette.Main.Light - 0.15, sheet.Palette.Main.Chroma, sheet.Palette.Answer.Hue),
            0.75
        );
        for (var i = 0; i < sections.Length; i++)
        {
            var depth = (i + 0.0) / sections.Length;
            var top = sheet.Y(horizon + (1 - horizon) * Math.Pow(depth, 1.25) * 0.94);
            var colour = Lch.Mix(far, near, Math.Pow(depth, 0.8));
            Wave(sheet, sections[i], i == 0 ? 0.12 : 0.35 + 0.65 * depth, top, colour);
        }
    }

    private void Wave(Sheet sheet, CoverSection section, double scale, double top, Lch colour)
    {
        var crests = Math.Clamp(section.Bars / 2.0, 2, 7) * (1.6 - scale);
        var phase = sheet.Random.Next(0, 2 * Math.PI);
        var tune = sheet.Facts.Contour(section.From, section.To, 120);
        using var path = new SKPathBuilder();
        path.MoveTo(sheet.Area.Left, sheet.Area.Bottom);
        for (var i = 0; i < 120; i++)
        {
            var share = i / 119.0;
            var swell = Math.Sin(share * crests * 2 * Math.PI + phase + 0.6 * Math.Sin(share * 5 + phase));
            var y = top - Size(section.Energy) * scale * (0.75 * swell + 0.9 * (tune[i] - 0.5));
            path.LineTo(sheet.X(share), (float)y);
        }

        path.LineTo(sheet.Area.Right, sheet.Area.Bottom);
        path.Close();
        sheet.Fill(path, colour);
        sheet.Stroke(path, 1.6, colour.Lighter(0.09), 0.7);
    }

    private static void Glitter(Sheet sheet, double horizon, double x, Lch colour)
    {
        foreach (var note in sheet.Facts.Tune)
        {
            var depth = Math.Pow(note.At, 1.2);
            var y = sheet.Y(horizon + 0.012 + (0.97 - horizon) * depth);
            var spread = sheet.Width * (0.05 + 0.16 * depth);
            var length = Math.Clamp(note.Length * 2600, 5, 46) * (0.5 + depth);
            var centre = x + (note.Height - 0.5) * 2 * spread;
            sheet.Segment(centre - length / 2, y, centre + length / 2, y, 1.8 + 2.6 * depth, colour, 0.75);
        }
    }
}
