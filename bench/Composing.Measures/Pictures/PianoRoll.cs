using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Draws a song: pitch upwards, time to the right, drums below. Voice red, leads orange, chords blue, pads pale blue, arpeggios
/// violet, bass green, drums grey; sections are named at the top, their energy stands under the names.
/// </summary>
public static class PianoRoll
{
    private const int SlotPixels = 2;
    private const int KeyPixels = 4;
    private const int Low = 24;
    private const int High = 96;
    private const int Top = 30;
    private const int DrumRow = 5;
    private const byte Grid = 1;
    private const byte Line = 2;
    private const byte Ink = 3;
    private const byte Band = 4;
    private const byte Voice = 12;
    private const byte Harmony = 13;

    private static readonly (byte, byte, byte)[] Colours =
    [
        (255, 255, 255),
        (238, 238, 240),
        (120, 120, 130),
        (30, 30, 40),
        (250, 205, 120),
        (70, 70, 75),
        (40, 140, 60),
        (60, 110, 200),
        (170, 200, 235),
        (150, 100, 200),
        (235, 140, 30),
        (190, 150, 60),
        (205, 30, 45),
        (240, 150, 160),
    ];

    private static readonly int[][] DrumRows =
    [
        [35, 36],
        [37, 38, 39, 40],
        [42, 44, 46],
        [41, 43, 45, 47, 48, 50],
        [49, 51, 52, 53, 55, 57, 59],
    ];

    /// <summary>The picture of the whole song, so many bars in a row.</summary>
    public static PngImage Draw(Song song, int barsInRow = 28)
    {
        ArgumentNullException.ThrowIfNull(song);
        var strip = Strip(song);
        var width = barsInRow * song.Meter.TicksPerBar / Ticks.PerSixteenth * SlotPixels;
        var rows = (strip.Width + width - 1) / width;
        var image = new PngImage(Math.Min(width, strip.Width), rows * strip.Height, Colours);
        for (var x = 0; x < strip.Width; x++)
        {
            for (var y = 0; y < strip.Height; y++)
            {
                image.Fill(x % width, x / width * strip.Height + y, 1, 1, strip.At(x, y));
            }
        }

        return image;
    }

    private static PngImage Strip(Song song)
    {
        var grid = new SongGrid(song);
        var height = Top + (High - Low + 1) * KeyPixels + (DrumRows.Length + 1) * (DrumRow + 2) + 8;
        var image = new PngImage((grid.Slots + grid.BarSlots) * SlotPixels, height, Colours);
        Frame(image, grid);
        foreach (var part in song.Parts.OrderBy(part => Layer(part.Role)))
        {
            Part(image, grid, part);
        }

        foreach (var phrase in song.Vocals.OrderByDescending(phrase => phrase.Layer))
        {
            foreach (var note in phrase.Notes)
            {
                var colour = phrase.Layer == VoiceLayer.Lead ? Voice : Harmony;
                Bar(image, grid, note.Tick, note.Length, note.Key, colour);
            }
        }

        return image;
    }

    private static void Frame(PngImage image, SongGrid grid)
    {
        for (var slot = 0; slot <= grid.Slots; slot += grid.BarSlots)
        {
            image.Fill(slot * SlotPixels, Top, 1, image.Height - Top, Grid);
        }

        for (var key = Low; key <= High; key += 12)
        {
            image.Fill(0, Y(key) + KeyPixels, image.Width, 1, Grid);
        }

        foreach (var section in grid.Song.Sections)
        {
            var x = SongGrid.Start(section) * SlotPixels;
            var width = section.Length / Ticks.PerSixteenth * SlotPixels;
            var energy = (int)Math.Round(12 * section.Energy);
            image.Fill(x + 1, Top - 2 - energy, width - 1, energy, Band);
            image.Fill(x, 0, 1, image.Height, Line);
            TinyLetters.Write(image, section.Kind, x + 4, 3, 2, Ink);
        }
    }

    private static void Part(PngImage image, SongGrid grid, Part part)
    {
        foreach (var note in part.Notes)
        {
            if (part.Role == PartRole.Drums)
            {
                Stroke(image, grid, note);
            }
            else if (part.Role != PartRole.Effects)
            {
                Bar(image, grid, note.Tick, note.Length, note.Key, Colour(part.Role));
            }
        }
    }

    private static void Bar(PngImage image, SongGrid grid, int tick, int length, int key, byte colour)
    {
        var x = (int)(grid.Swing.Written(tick) * SlotPixels / Ticks.PerSixteenth);
        var width = Math.Max(2, length * SlotPixels / Ticks.PerSixteenth - 1);
        image.Fill(x, Y(Math.Clamp(key, Low, High)), width, KeyPixels - 1, colour);
    }

    private static void Stroke(PngImage image, SongGrid grid, Note note)
    {
        var row = Array.FindIndex(DrumRows, keys => keys.Contains(note.Key));
        row = row < 0 ? DrumRows.Length : row;
        var x = (int)(grid.Swing.Written(note.Tick) * SlotPixels / Ticks.PerSixteenth);
        var tall = 1 + note.Velocity * (DrumRow - 1) / 110;
        var bottom = image.Height - 4 - row * (DrumRow + 2);
        image.Fill(x, bottom - tall, 2, tall, Colour(PartRole.Drums));
    }

    private static int Y(int key) => Top + (High - key) * KeyPixels;

    private static int Layer(PartRole role) => role == PartRole.Pad ? 0 : 1 + (int)role;

    private static byte Colour(PartRole role) =>
        role switch
        {
            PartRole.Drums => 5,
            PartRole.Bass => 6,
            PartRole.Chords => 7,
            PartRole.Pad => 8,
            PartRole.Arpeggio => 9,
            PartRole.Lead => 10,
            _ => 11,
        };
}
