using System.Buffers.Binary;

namespace Troubadour.Ingest;

/// <summary>
/// How long a file says that it is, where its first bytes tell: the data chunk of a WAV (RIFF), STREAMINFO of a FLAC (RFC 9639), the Xing or Info
/// header of an MP3. A file that has much less was cut short on its way.
/// </summary>
internal static class PromisedLength
{
    private const int HeadBytes = 1 << 16;

    // Writers that cannot go back leave the greatest size.
    private const uint Unknown = 0x7FFF_0000;

    private static readonly int[] s_rates = [44_100, 48_000, 32_000];

    /// <summary>Seconds; null where the file does not say.</summary>
    /// <param name="format">What the file is.</param>
    /// <param name="path">The file.</param>
    public static double? Of(AudioFormat format, string path)
    {
        var head = new byte[HeadBytes];
        using var file = File.OpenRead(path);
        var length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var bytes = head.AsSpan(0, length);
        return format.Name switch
        {
            "wav" => Wav(bytes),
            "flac" => Flac(bytes),
            "mp3" => Mp3(file, bytes),
            _ => null,
        };
    }

    private static double? Wav(ReadOnlySpan<byte> head)
    {
        var rate = 0u;
        for (long at = 12; at + 8 <= head.Length; )
        {
            var chunk = head[(int)at..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("fmt "u8) && chunk.Length >= 20)
            {
                rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[16..]);
            }

            if (chunk.StartsWith("data"u8))
            {
                return rate == 0 || size is 0 or >= Unknown ? null : (double)size / rate;
            }

            at += 8 + size + (size & 1);
        }

        return null;
    }

    private static double? Flac(ReadOnlySpan<byte> head)
    {
        if (head.Length < 26)
        {
            return null;
        }

        var packed = BinaryPrimitives.ReadUInt64BigEndian(head[18..]);
        var rate = packed >> 44;
        var samples = packed & 0xF_FFFF_FFFF;
        return rate == 0 || samples == 0 ? null : (double)samples / rate;
    }

    private static double? Mp3(FileStream file, ReadOnlySpan<byte> head)
    {
        var frame = head;
        if (head.StartsWith("ID3"u8) && head.Length >= 10)
        {
            var tag = 10 + (head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]);
            var after = new byte[256];
            file.Position = Math.Min(tag, file.Length);
            frame = after.AsSpan(0, file.ReadAtLeast(after, after.Length, throwOnEndOfStream: false));
        }

        return frame.Length < 64 || frame[0] != 0xFF || (frame[1] & 0xE6) != 0xE2 ? null : Xing(frame);
    }

    // The header lies behind the side information of the first frame, whose size depends on version and channels.
    private static double? Xing(ReadOnlySpan<byte> frame)
    {
        var isFirst = (frame[1] & 0x18) == 0x18;
        var divisor = (frame[1] & 0x18) switch
        {
            0x18 => 1,
            0x10 => 2,
            _ => 4,
        };
        var index = frame[2] >> 2 & 3;
        var isMono = frame[3] >> 6 == 3;
        var side = (isFirst, isMono) switch
        {
            (true, false) => 32,
            (false, true) => 9,
            _ => 17,
        };
        var xing = frame[(4 + side)..];
        if (index > 2 || !(xing.StartsWith("Xing"u8) || xing.StartsWith("Info"u8)) || (xing[7] & 1) == 0)
        {
            return null;
        }

        var frames = BinaryPrimitives.ReadUInt32BigEndian(xing[8..]);
        return frames == 0 ? null : frames * (isFirst ? 1152.0 : 576) / (s_rates[index] / divisor);
    }
}
