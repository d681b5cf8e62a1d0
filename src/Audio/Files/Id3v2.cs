using System.Text;

namespace Troubadour.Audio;

/// <summary>Writes ID3 version 2.3.0 tags (id3.org, 1999) with UTF-16 text.</summary>
internal static class Id3v2
{
    public static byte[] Write(Mp3Tags tags)
    {
        using var frames = new MemoryStream();
        AddText(frames, "TIT2"u8, tags.Title);
        AddText(frames, "TPE1"u8, tags.Artist);
        if (!string.IsNullOrEmpty(tags.Lyrics))
        {
            var language = tags.Language.Length == 3 && Ascii.IsValid(tags.Language) ? tags.Language : "und";
            AddFrame(
                frames,
                "USLT"u8,
                [1, .. Encoding.ASCII.GetBytes(language), .. Utf16("\0"), .. Utf16(tags.Lyrics)]
            );
        }

        if (frames.Length == 0)
        {
            return [];
        }

        var size = (int)frames.Length;
        return
        [
            .. "ID3"u8,
            3,
            0,
            0,
            (byte)((size >> 21) & 0x7F),
            (byte)((size >> 14) & 0x7F),
            (byte)((size >> 7) & 0x7F),
            (byte)(size & 0x7F),
            .. frames.ToArray(),
        ];
    }

    private static void AddText(MemoryStream frames, ReadOnlySpan<byte> id, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            AddFrame(frames, id, [1, .. Utf16(text)]);
        }
    }

    private static void AddFrame(MemoryStream frames, ReadOnlySpan<byte> id, byte[] body)
    {
        var size = body.Length;
        frames.Write(id);
        frames.Write([(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size, 0, 0]);
        frames.Write(body);
    }

    private static byte[] Utf16(string text) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
}
