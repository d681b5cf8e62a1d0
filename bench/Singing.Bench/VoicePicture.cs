using Troubadour.Composing.Measures;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>
/// Draws a take: above, its spectrogram to 8 kHz on the mel axis with the pitch in red, note starts as blue lines and the planned phones under
/// it; below, the written notes as bars and the pitch over them, 8 pixels a semitone.
/// </summary>
internal static class VoicePicture
{
    private const int PixelsPerSecond = 200;
    private const int SpectrumHeight = 220;
    private const int LettersHeight = 12;
    private const int SemitonePixels = 8;
    private const int Margin = 3;
    private const int Gap = 10;
    private const int Shades = 64;
    private const double Floor = -85;
    private const double Ceiling = -20;
    private const byte Ink = Shades;
    private const byte Pitch = Shades + 1;
    private const byte Start = Shades + 2;
    private const byte Bar = Shades + 3;
    private const byte Grid = Shades + 4;

    private static readonly (byte, byte, byte)[] Colours =
    [
        .. Enumerable.Range(0, Shades).Select(Grey),
        (20, 20, 30),
        (225, 30, 40),
        (60, 110, 220),
        (245, 200, 120),
        (225, 225, 230),
    ];

    /// <summary>Takes of one line, from top to bottom.</summary>
    public static PngImage Draw(IReadOnlyList<(string Title, Recording Take, VoiceTrack Track)> takes)
    {
        var width = (int)(takes.Max(t => t.Take.Samples.Length / (double)t.Take.Rate) * PixelsPerSecond);
        var heights = takes.Select(t => Height(t.Take)).ToArray();
        var image = new PngImage(width, heights.Sum(), Colours);
        var top = 0;
        for (var i = 0; i < takes.Count; i++)
        {
            TinyLetters.Write(image, takes[i].Title, 4, top + 3, 2, Ink);
            Spectrum(image, takes[i].Take, takes[i].Track, top + 2 * LettersHeight);
            Phones(image, takes[i].Take, top + 2 * LettersHeight + SpectrumHeight + 2);
            Notes(image, takes[i].Take, takes[i].Track, top + 3 * LettersHeight + SpectrumHeight);
            top += heights[i];
        }

        return image;
    }

    private static (byte, byte, byte) Grey(int shade)
    {
        var level = (byte)(255 - 255 * shade / (Shades - 1));
        return (level, level, level);
    }

    private static (double Low, double High) Range(Recording take) =>
        (take.Notes.Min(n => n.Pitch) - Margin, take.Notes.Max(n => n.Pitch) + Margin);

    private static int Height(Recording take)
    {
        var (low, high) = Range(take);
        return 3 * LettersHeight + SpectrumHeight + (int)((high - low) * SemitonePixels) + Gap;
    }

    private static void Spectrum(PngImage image, Recording take, VoiceTrack track, int top)
    {
        var samples = RecordingFolder.AtRecogniserRate(take);
        var spectrogram = new Spectrogram();
        for (var x = 0; x < image.Width && x < take.Samples.Length * PixelsPerSecond / take.Rate; x++)
        {
            var levels = spectrogram.At(samples, (x + 0.5) / PixelsPerSecond);
            for (var y = 0; y < SpectrumHeight; y++)
            {
                var bin = Hertz(y) / 31.25;
                var level =
                    levels[(int)bin] + (bin - (int)bin) * (levels[Math.Min(256, (int)bin + 1)] - levels[(int)bin]);
                var shade = (level - Floor) / (Ceiling - Floor) * (Shades - 1);
                image.Fill(x, top + SpectrumHeight - 1 - y, 1, 1, (byte)Math.Clamp(shade, 0, Shades - 1));
            }
        }

        foreach (var note in take.Notes)
        {
            image.Fill((int)(note.Start * PixelsPerSecond), top, 1, SpectrumHeight, Start);
        }

        foreach (var frame in track.Frames.Where(f => f.Hertz > 0))
        {
            image.Fill((int)(frame.Time * PixelsPerSecond), top + SpectrumHeight - 1 - Row(frame.Hertz), 1, 1, Pitch);
        }
    }

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + hertz / 700);

    private static double Hertz(int row) => 700 * (Math.Pow(10, Mel(8000) * row / (SpectrumHeight - 1) / 2595) - 1);

    private static int Row(double hertz) => (int)Math.Round(Mel(hertz) / Mel(8000) * (SpectrumHeight - 1));

    private static void Phones(PngImage image, Recording take, int top)
    {
        foreach (var phone in take.Phones)
        {
            TinyLetters.Write(image, phone.Phone, (int)(phone.Start * PixelsPerSecond), top, 1, Ink);
        }
    }

    private static void Notes(PngImage image, Recording take, VoiceTrack track, int top)
    {
        var (low, high) = Range(take);
        int Y(double pitch) => top + (int)((high - pitch) * SemitonePixels);
        for (var pitch = (int)low; pitch <= high; pitch++)
        {
            image.Fill(0, Y(pitch), image.Width, 1, Grid);
        }

        foreach (var note in take.Notes)
        {
            var (from, to) = ((int)(note.Start * PixelsPerSecond), (int)(note.End * PixelsPerSecond));
            image.Fill(from, Y(note.Pitch) - SemitonePixels / 2, to - from, SemitonePixels, Bar);
            image.Fill(from, Y(note.Pitch) - SemitonePixels / 2, 1, SemitonePixels, Start);
        }

        foreach (var frame in track.Frames.Where(f => f.Hertz > 0))
        {
            var pitch = 69 + 12 * Math.Log2(frame.Hertz / 440);
            if (pitch > low && pitch < high)
            {
                image.Fill((int)(frame.Time * PixelsPerSecond), Y(pitch), 1, 2, Pitch);
            }
        }
    }
}
