using System.Globalization;
using SkiaSharp;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>The words on a sleeve: the title, and below it style, key and tempo.</summary>
internal static class Caption
{
    private const float Left = 60;
    private const float Right = 940;

    /// <summary>Writes the caption where the layout has it, light or dark as what lies under it asks.</summary>
    public static void Write(Sheet sheet, CoverLayout layout, SKBitmap picture)
    {
        var foot = layout switch
        {
            CoverLayout.Framed => 938f,
            CoverLayout.Foot => 946f,
            _ => 108f,
        };
        var left = layout == CoverLayout.Framed ? 64 : Left;
        var title = Alphabet.Spell(sheet.Facts.Title);
        var small = Alphabet.Spell(Facts(sheet.Facts));
        var ink = Ink(sheet.Palette, picture, foot);
        if (title.Length > 0)
        {
            var height = Math.Min(30, (Right - left) / Lettering.Width(title));
            Lettering.Write(sheet, title, new SKPoint(left, foot - 30), height, 1.4 + height * 0.055, ink);
        }

        Lettering.Write(sheet, small, new SKPoint(left, foot), 12, 1.6, ink);
    }

    private static Lch Ink(Palette palette, SKBitmap picture, float foot)
    {
        var light = 0.0;
        var unit = picture.Width / 1000f;
        for (var i = 0; i < 160; i++)
        {
            var pixel = picture.GetPixel(
                (int)((Left + (i % 40) * 12) * unit),
                (int)Math.Min((foot - 60 + (i / 40) * 19) * unit, picture.Height - 1)
            );
            light += (0.3 * pixel.Red + 0.59 * pixel.Green + 0.11 * pixel.Blue) / (255 * 160);
        }

        return light < 0.48 ? new Lch(0.96, 0.02, palette.Main.Hue) : new Lch(0.24, 0.05, palette.Main.Hue + 180);
    }

    private static string Facts(CoverFacts facts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{facts.Style.Replace('-', ' ')} · {Name(facts.Key)} · {facts.Tempo:0} bpm"
        );

    private static string Name(Key key)
    {
        var name = key.ToString();
        return name.Length > 1 && name[1] == 'b' ? $"{name[0]} flat{name[2..]}" : name;
    }
}
