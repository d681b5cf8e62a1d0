using System.Buffers.Binary;

namespace Troubadour.Ingest;

/// <summary>
/// Tells by a file's first bytes what it is. Only formats that hold their sound themselves are known: nothing that names other files
/// or addresses (playlists, concatenation scripts) has a name here, so nothing can make the decoder open them.
/// </summary>
public static class AudioSniffer
{
    /// <summary>What may be sent, for sentences.</summary>
    public const string Known = "mp3, wav, flac, ogg, opus, m4a, mp4, aac, aiff, webm";

    private const int HeadLength = 16;
    private const int Id3Header = 10;
    private const int Id3FooterFlag = 0x10;

    private static readonly AudioFormat Mp3 = new("mp3", "mp3");

    /// <summary>The format; null for none that is known.</summary>
    /// <param name="file">A stream that can seek; its position is changed.</param>
    public static AudioFormat? Sniff(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Span<byte> head = stackalloc byte[HeadLength];
        var read = ReadAt(file, 0, head);
        if (!head[..read].StartsWith("ID3"u8))
        {
            return Of(head[..read]);
        }

        // A tag may stand before MPEG audio, ADTS and FLAC alike.
        var behind = ReadAt(file, read < Id3Header ? 0 : TagLength(head), head);
        return Of(head[..behind]) is { Name: "mp3" or "aac" or "flac" } format ? format : Mp3;
    }

    private static AudioFormat? Of(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadLength)
        {
            return null;
        }

        if ((head.StartsWith("RIFF"u8) || head.StartsWith("RF64"u8)) && head[8..].StartsWith("WAVE"u8))
        {
            return new AudioFormat("wav", "wav");
        }

        if (head.StartsWith("FORM"u8) && (head[8..].StartsWith("AIFF"u8) || head[8..].StartsWith("AIFC"u8)))
        {
            return new AudioFormat("aiff", "aiff");
        }

        if (head[4..].StartsWith("ftyp"u8))
        {
            return new AudioFormat("m4a", "mov");
        }

        return Marked(head) ?? Framed(head);
    }

    private static AudioFormat? Marked(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("fLaC"u8))
        {
            return new AudioFormat("flac", "flac");
        }

        if (head.StartsWith("OggS"u8))
        {
            return new AudioFormat("ogg", "ogg");
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
            ? new AudioFormat("webm", "matroska")
            : null;
    }

    // Eleven or twelve set bits start a frame; the layer bits tell MPEG audio (1 to 3) from ADTS (0).
    private static AudioFormat? Framed(ReadOnlySpan<byte> head)
    {
        var word = BinaryPrimitives.ReadUInt16BigEndian(head);
        if ((word & 0xFFF6) == 0xFFF0)
        {
            return new AudioFormat("aac", "aac");
        }

        return (word & 0xFFE0) == 0xFFE0 && (word & 0x0006) != 0 ? Mp3 : null;
    }

    private static long TagLength(ReadOnlySpan<byte> head)
    {
        long length = 0;
        foreach (var part in head[6..Id3Header])
        {
            length = (length << 7) | (uint)(part & 0x7F);
        }

        return Id3Header + length + ((head[5] & Id3FooterFlag) != 0 ? Id3Header : 0);
    }

    private static int ReadAt(Stream file, long position, Span<byte> buffer)
    {
        file.Position = Math.Min(position, file.Length);
        return file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
    }
}
