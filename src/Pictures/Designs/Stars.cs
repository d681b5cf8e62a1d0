namespace Troubadour.Pictures;

/// <summary>A night sky: the tune's longer notes are stars in a ring, phrases are figures, sections are clouds of light, strong ones large.</summary>
internal sealed class Stars : ICoverDesign
{
    private const int Most = 80;

    public CoverLayout Layout => CoverLayout.Foot;

    public double Size(double energy) => 0.1 + 0.3 * energy;

    public void Draw(Sheet sheet)
    {
        var palette = sheet.Palette;
        var night = new Lch(0.19, 0.07, 225 + palette.Answer.Hue / 4 % 90);
        sheet.Backdrop(night.Lighter(-0.06), Lch.Mix(night, palette.Main, 0.1));
        var turn = sheet.Random.NextUnit();
        foreach (var section in sheet.Facts.Sections)
        {
            var at = (section.From + section.To) / 2;
            var colour = palette.Of(sheet.Facts.ChordAt(at)) with { Light = 0.62, Chroma = 0.15 };
            var (x, y) = Place(sheet, at, 0.4, turn);
            sheet.Glow(x, y, sheet.Side * Size(section.Energy), colour, 0.14 + 0.4 * section.Energy);
        }

        Dust(sheet);
        Figures(sheet, turn);
    }

    // The song goes once round the sky, high notes outside.
    private static (double X, double Y) Place(Sheet sheet, double at, double height, double turn)
    {
        var (sin, cos) = Math.SinCos((turn + at * 0.94) * 2 * Math.PI);
        var radius = sheet.Side * (0.17 + 0.24 * height);
        return (sheet.X(0.5) + cos * radius * 1.06, sheet.Y(0.465) + sin * radius * 0.94);
    }

    private static void Dust(Sheet sheet)
    {
        var ink = new Lch(0.95, 0.02, sheet.Palette.Main.Hue);
        for (var i = 0; i < 420; i++)
        {
            var size = 0.5 + 1.3 * Math.Pow(sheet.Random.NextUnit(), 4);
            sheet.Circle(
                sheet.X(sheet.Random.NextUnit()),
                sheet.Y(sheet.Random.NextUnit()),
                size,
                ink,
                sheet.Random.Next(0.12, 0.7)
            );
        }
    }

    private static void Figures(Sheet sheet, double turn)
    {
        var ink = new Lch(0.97, 0.02, 90);
        var notes = Brightest(sheet.Facts);
        for (var i = 0; i < notes.Count; i++)
        {
            var (x, y) = Place(sheet, notes[i].At, notes[i].Height, turn);
            if (i > 0 && notes[i - 1].Phrase == notes[i].Phrase)
            {
                var (px, py) = Place(sheet, notes[i - 1].At, notes[i - 1].Height, turn);
                sheet.Segment(px, py, x, y, 1.3, ink, 0.5);
            }
        }

        foreach (var note in notes)
        {
            var (x, y) = Place(sheet, note.At, note.Height, turn);
            var size = Math.Clamp(1.6 + note.Length * 500, 2.2, 7);
            var colour = sheet.Palette.Of(sheet.Facts.ChordAt(note.At)) with { Light = 0.85 };
            sheet.Glow(x, y, size * 3.6, colour, 0.6);
            sheet.Circle(x, y, size, Lch.Mix(ink, colour, 0.35));
        }
    }

    // The longest notes of the tune, in their order.
    private static List<CoverNote> Brightest(CoverFacts facts)
    {
        var least =
            facts.Tune.Length <= Most ? 0 : facts.Tune.Select(note => note.Length).OrderDescending().ElementAt(Most);
        return [.. facts.Tune.Where(note => note.Length >= least).Take(2 * Most)];
    }
}
