using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>A town: a house for each bar or two, as high as its section is strong, windows lit where it is busy; the tune flies over it.</summary>
internal sealed class Skyline : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Framed;

    public double Size(double energy) => 0.12 + 0.46 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        var low = Lch.Mix(palette.Ground, palette.Main, palette.IsDark ? 0.5 : 0.4);
        sheet.Backdrop(palette.Ground, low);
        var x = sheet.X(sheet.Random.Next(0.2, 0.8));
        var y = sheet.Y(sheet.Random.Next(0.2, 0.4));
        var disc = palette.IsDark ? Lch.Mix(palette.Ink, palette.Answer, 0.4) : palette.Answer;
        sheet.Glow(x, y, sheet.Side * 0.42, disc, 0.3);
        sheet.Circle(x, y, sheet.Side * 0.15, disc);
        Row(
            sheet,
            0.82,
            0.5,
            Lch.Mix(low, palette.Deep, palette.IsDark ? 0.45 : 0.2).Lighter(palette.IsDark ? 0 : -0.14),
            false
        );
        Birds(sheet);
        Row(
            sheet,
            1,
            0,
            palette.IsDark ? palette.Deep.Lighter(-0.05) : new Lch(0.3, 0.07, palette.Main.Hue + 10),
            true
        );
    }

    private void Row(Sheet sheet, double scale, double shift, Lch colour, bool lit)
    {
        var count = Math.Clamp(sheet.Facts.Bars.Length / 2, 10, 34);
        var edges = new double[count + 1];
        for (var i = 1; i <= count; i++)
        {
            edges[i] = edges[i - 1] + sheet.Random.Next(0.7, 1.4);
        }

        for (var i = 0; i < count; i++)
        {
            var at = ((i + 0.5) / count + shift) % 1;
            var section = sheet.Facts.SectionAt(at);
            var height =
                scale
                * Size(section.Energy)
                * (lit ? 0.78 + 0.22 * sheet.Facts.BusyAt(at) : sheet.Random.Next(0.9, 1.3));
            var box = new SKRect(
                sheet.X(edges[i] / edges[count]) - 0.5f,
                sheet.Y(1 - height),
                sheet.X(edges[i + 1] / edges[count]) + 0.5f,
                sheet.Area.Bottom
            );
            House(sheet, box, colour.Lighter(sheet.Random.Next(-0.02, 0.025)), lit ? at : null);
        }
    }

    private static void House(Sheet sheet, SKRect box, Lch colour, double? at)
    {
        sheet.Box(box.Left, box.Top, box.Right, box.Bottom, colour);
        Roof(sheet, box, colour);
        if (at is not { } place)
        {
            return;
        }

        var columns = Math.Max(2, (int)(box.Width / 13));
        var rows = (int)(box.Height / 17);
        var step = box.Width / (columns + 0.6);
        var light = Lch.Mix(
            sheet.Palette.Of(sheet.Facts.ChordAt(place)),
            sheet.Palette.Ink,
            sheet.Palette.IsDark ? 0.3 : 0
        );
        var warm = sheet.Palette.IsDark ? light : light with { Light = 0.84 };
        var share = 0.12 + 0.6 * sheet.Facts.BusyAt(place);
        for (var i = 0; i < rows * columns; i++)
        {
            if (sheet.Random.Chance(share))
            {
                var left = box.Left + step * (0.55 + i % columns);
                var top = box.Top + 9 + 17.0 * (i / columns);
                sheet.Box(left, top, left + step * 0.5, top + 8.5, warm, 0.92);
            }
        }
    }

    private static void Roof(Sheet sheet, SKRect box, Lch colour)
    {
        var kind = sheet.Random.NextInt(4);
        if (kind == 0)
        {
            sheet.Segment(box.MidX, box.Top, box.MidX, box.Top - 26, 2.4, colour);
        }
        else if (kind == 1)
        {
            sheet.Box(box.Left + box.Width * 0.2, box.Top - 9, box.Right - box.Width * 0.2, box.Top + 1, colour);
        }
        else if (kind == 2)
        {
            using var path = new SKPathBuilder();
            path.MoveTo(box.Left, box.Top + 0.5f);
            path.LineTo(sheet.Random.Chance(0.5) ? box.Left : box.Right, box.Top - box.Width * 0.4f);
            path.LineTo(box.Right, box.Top + 0.5f);
            path.Close();
            sheet.Fill(path, colour);
        }
    }

    private static void Birds(Sheet sheet)
    {
        foreach (var note in sheet.Facts.Tune.Where((_, i) => i % Math.Max(1, sheet.Facts.Tune.Length / 60) == 0))
        {
            var x = sheet.X(0.05 + 0.9 * note.At);
            var y = sheet.Y(0.34 - 0.26 * note.Height);
            var wing = Math.Clamp(3 + note.Length * 600, 3.5, 9);
            sheet.Segment(x - wing, y - wing * 0.55, x, y, 1.8, sheet.Palette.Ink, 0.75);
            sheet.Segment(x, y, x + wing, y - wing * 0.55, 1.8, sheet.Palette.Ink, 0.75);
        }
    }
}
