using SkiaSharp;

namespace Troubadour.Pictures;

/// <summary>Folded paper: a leaf for each section, as wide as it is long and as tall as it is strong, lit from one side.</summary>
internal sealed class Folds : ICoverDesign
{
    public CoverLayout Layout => CoverLayout.Head;

    public double Size(double energy) => 0.16 + 0.62 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        sheet.Backdrop(palette.Ground, palette.Deep);
        var x = sheet.X(0.5 + sheet.Random.Next(-0.2, 0.2));
        sheet.Glow(
            x,
            sheet.Y(0.35),
            sheet.Side * 0.55,
            palette.IsDark ? palette.Main : palette.Ground.Lighter(0.1),
            0.35
        );
        var layers = new[]
        {
            (Scale: 1.0, Mix: 0.62, Lift: 0.1),
            (Scale: 0.72, Mix: 0.3, Lift: 0.02),
            (Scale: 0.42, Mix: 0.0, Lift: -0.06),
        };
        foreach (var (scale, mix, lift) in layers)
        {
            Layer(sheet, scale, mix, lift);
        }
    }

    private void Layer(Sheet sheet, double scale, double fade, double lift)
    {
        var sections = sheet.Facts.Sections;
        var previous = Size(sections[0].Energy) * 0.7;
        for (var i = 0; i < sections.Length; i++)
        {
            var height = Size(sections[i].Energy);
            var next = i + 1 < sections.Length ? Size(sections[i + 1].Energy) : height * 0.7;
            var left = sheet.X(sections[i].From);
            var right = sheet.X(sections[i].To);
            var middle = left + (right - left) * (float)sheet.Random.Next(0.38, 0.62);
            var colour = Lch.Mix(sheet.Palette.Of(Mean(sheet, sections[i])), sheet.Palette.Ground, fade).Lighter(lift);
            var valley = scale * Math.Min(previous, height) * 0.62;
            var fall = scale * Math.Min(height, next) * 0.62;
            Facet(sheet, left, middle, valley, height * scale, colour.Lighter(0.05));
            Facet(sheet, middle, right, height * scale, fall, colour.Lighter(-0.07));
            previous = height;
        }
    }

    private static CoverChord Mean(Sheet sheet, CoverSection section) =>
        sheet
            .Facts.Chords.Where(chord => chord.To > section.From && chord.From < section.To)
            .GroupBy(chord => (chord.Fifths, chord.IsMinor, chord.Voices))
            .OrderByDescending(group => group.Sum(chord => chord.To - chord.From))
            .ThenBy(group => group.Key)
            .Select(group => group.First())
            .DefaultIfEmpty(sheet.Facts.Chords[0])
            .First();

    private static void Facet(Sheet sheet, float left, float right, double start, double end, Lch colour)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(left - 0.4f, sheet.Area.Bottom);
        path.LineTo(left - 0.4f, sheet.Y(1 - start));
        path.LineTo(right + 0.4f, sheet.Y(1 - end));
        path.LineTo(right + 0.4f, sheet.Area.Bottom);
        path.Close();
        sheet.Fill(path, colour.Lighter(0.03), colour.Lighter(-0.09));
    }
}
