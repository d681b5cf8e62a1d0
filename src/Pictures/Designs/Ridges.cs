using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>Mountains behind one another, a section each from the far to the near, as high as it is strong, shaped by its tune.</summary>
internal sealed class Ridges : ICoverDesign
{
    private const int Most = 9;

    public CoverLayout Layout => CoverLayout.Foot;

    public double Size(double energy) => 0.07 + 0.33 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        var sky = Lch.Mix(palette.Ground, palette.Answer, palette.IsDark ? 0.12 : 0.1);
        var haze = Lch.Mix(palette.Ground, palette.Main, palette.IsDark ? 0.45 : 0.35);
        sheet.Backdrop(sky, haze);
        Sun(sheet);
        var sections = Chosen(sheet.Facts);
        for (var i = 0; i < sections.Count; i++)
        {
            var depth = sections.Count == 1 ? 1 : (double)i / (sections.Count - 1);
            var near = palette.IsDark ? palette.Deep.Lighter(-0.02) : new Lch(0.24, 0.06, palette.Main.Hue + 12);
            var colour = Lch.Mix(Lch.Mix(haze, palette.Main, 0.35), near, Math.Pow(depth, 0.8));
            Ridge(sheet, sections[i], 0.52 + 0.44 * depth, depth, colour, haze);
        }
    }

    private static List<CoverSection> Chosen(CoverFacts facts) =>
        facts.Sections.Length <= Most
            ? [.. facts.Sections]
            : [.. Enumerable.Range(0, Most).Select(i => facts.Sections[i * (facts.Sections.Length - 1) / (Most - 1)])];

    private static void Sun(Sheet sheet)
    {
        var x = sheet.X(sheet.Random.Next(0.22, 0.78));
        var y = sheet.Y(sheet.Random.Next(0.2, 0.32));
        var radius = sheet.Side * sheet.Random.Next(0.07, 0.13);
        var colour = sheet.Palette.IsDark ? sheet.Palette.Ink : sheet.Palette.Answer;
        sheet.Glow(x, y, radius * 4, Lch.Mix(colour, sheet.Palette.Main, 0.5), 0.4);
        sheet.Circle(x, y, radius, Lch.Mix(colour, sheet.Palette.Answer, 0.3));
    }

    private void Ridge(Sheet sheet, CoverSection section, double foot, double depth, Lch colour, Lch haze)
    {
        const int Points = 160;
        var tune = sheet.Facts.Contour(section.From, section.To, Points);
        var rough = Rough(sheet, Points);
        var height = sheet.Height * Size(section.Energy);
        using var path = new SKPathBuilder();
        path.MoveTo(sheet.Area.Left, sheet.Area.Bottom);
        for (var i = 0; i < Points; i++)
        {
            var shape = 0.62 * tune[i] + 0.38 * rough[i];
            var y = sheet.Y(foot) - height * (0.15 + shape);
            path.LineTo(sheet.X(i / (Points - 1.0)), (float)(y + 40 * (1 - depth)));
        }

        path.LineTo(sheet.Area.Right, sheet.Area.Bottom);
        path.Close();
        sheet.Fill(path, colour, Lch.Mix(colour, haze, 0.5 * (1 - depth) + 0.12));
    }

    // Midpoint displacement (Fournier, Fussell and Carpenter 1982), 0 to 1.
    private static double[] Rough(Sheet sheet, int points)
    {
        var values = new double[257];
        values[0] = sheet.Random.NextUnit();
        values[256] = sheet.Random.NextUnit();
        var reach = 0.5;
        for (var step = 256; step > 1; step /= 2)
        {
            for (var i = step / 2; i < 256; i += step)
            {
                values[i] = (values[i - step / 2] + values[i + step / 2]) / 2 + reach * sheet.Random.Next(-1, 1);
            }

            reach *= 0.52;
        }

        var low = values.Min();
        var high = values.Max();
        return [.. Enumerable.Range(0, points).Select(i => (values[i * 256 / points] - low) / (high - low + 1e-9))];
    }
}
