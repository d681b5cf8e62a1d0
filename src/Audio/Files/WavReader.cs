using System.Buffers.Binary;

namespace Troubadour.Audio;

/// <summary>
/// Reads RIFF WAVE files of 16, 24 or 32-bit integers or 32-bit floats, plain or extensible, 1 to 16 channels, 1,000 to 768,000 frames a
/// second. Sizes in the file are never trusted: memory grows with the bytes that are there, and a file cut short gives what it has.
/// </summary>
public static class WavReader
{
    /// <summary>Reads to the end of the data.</summary>
    /// <param name="stream">From its present position; need not seek.</param>
    /// <param name="maxFrames">More frames than this are refused.</param>
    /// <exception cref="InvalidDataException">It is no such file, or it is too long; the message says why.</exception>
    public static WavFile Read(Stream stream, int maxFrames = 44100 * 1800)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(maxFrames);
        Span<byte> head = stackalloc byte[12];
        if (
            stream.ReadAtLeast(head, 12, false) < 12
            || !head[..4].SequenceEqual("RIFF"u8)
            || !head[8..].SequenceEqual("WAVE"u8)
        )
        {
            throw new InvalidDataException("This is not a RIFF WAVE file.");
        }

        Layout? layout = null;
        while (stream.ReadAtLeast(head[..8], 8, false) == 8)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (head[..4].SequenceEqual("fmt "u8))
            {
                layout = ReadLayout(stream, size);
            }
            else if (head[..4].SequenceEqual("data"u8))
            {
                return ReadData(
                    stream,
                    size,
                    layout ?? throw new InvalidDataException("The WAV's data comes before its format."),
                    maxFrames
                );
            }
            else
            {
                Skip(stream, size + (size & 1L));
            }
        }

        throw new InvalidDataException("The WAV has no data.");
    }

    private static Layout ReadLayout(Stream stream, uint size)
    {
        if (size is < 16 or > 4096)
        {
            throw new InvalidDataException($"The WAV's format chunk has {size} bytes; 16 to 4,096 are allowed.");
        }

        var bytes = new byte[size + (size & 1)];
        if (stream.ReadAtLeast(bytes, bytes.Length, false) < size)
        {
            throw new InvalidDataException("The WAV ends inside its format chunk.");
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        if (tag == 0xFFFE && size >= 40)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(24));
        }

        var layout = new Layout(
            tag == 3,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2)),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)),
            BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(14))
        );
        Check(tag, layout);
        return layout;
    }

    private static void Check(int tag, Layout layout)
    {
        if (!(tag == 1 && layout.Bits is 16 or 24 or 32) && !(tag == 3 && layout.Bits == 32))
        {
            throw new InvalidDataException(
                $"The WAV has format {tag} with {layout.Bits} bits; integers of 16, 24 or 32 bits and floats of 32 bits are read."
            );
        }

        if (layout.Channels is < 1 or > 16)
        {
            throw new InvalidDataException($"The WAV has {layout.Channels} channels; 1 to 16 are allowed.");
        }

        if (layout.Rate is < 1000 or > 768000)
        {
            throw new InvalidDataException($"The WAV has {layout.Rate} frames a second; 1,000 to 768,000 are allowed.");
        }
    }

    private static WavFile ReadData(Stream stream, uint size, Layout layout, int maxFrames)
    {
        // Writers that could not seek leave 0 or the largest number here: then the data goes on to the end.
        var left = size is 0 or uint.MaxValue ? long.MaxValue : size;
        var channels = new List<float>[layout.Channels];
        for (var c = 0; c < channels.Length; c++)
        {
            channels[c] = [];
        }

        var buffer = new byte[layout.FrameBytes * 4096];
        while (left > 0)
        {
            var wanted = (int)Math.Min(buffer.Length, left);
            var got = stream.ReadAtLeast(buffer.AsSpan(0, wanted), wanted, false);
            left -= got;
            var frames = got / layout.FrameBytes;
            if (channels[0].Count + (long)frames > maxFrames)
            {
                throw new InvalidDataException($"The WAV has more than {maxFrames} frames.");
            }

            Append(buffer.AsSpan(0, frames * layout.FrameBytes), layout, channels);
            if (frames < 4096)
            {
                break;
            }
        }

        return new(Array.ConvertAll(channels, c => c.ToArray()), (int)layout.Rate);
    }

    private static void Append(ReadOnlySpan<byte> bytes, Layout layout, List<float>[] channels)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            foreach (var channel in channels)
            {
                channel.Add(Sample(bytes[at..], layout));
                at += layout.Bits / 8;
            }
        }
    }

    private static float Sample(ReadOnlySpan<byte> bytes, Layout layout)
    {
        if (layout.IsFloat)
        {
            var value = BinaryPrimitives.ReadSingleLittleEndian(bytes);
            return float.IsFinite(value) ? value : 0;
        }

        return layout.Bits switch
        {
            16 => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32768f,
            24 => (bytes[0] | (bytes[1] << 8) | ((sbyte)bytes[2] << 16)) / 8388608f,
            _ => (float)(BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2147483648.0),
        };
    }

    private static void Skip(Stream stream, long count)
    {
        var buffer = new byte[8192];
        while (count > 0)
        {
            var got = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (got == 0)
            {
                return;
            }

            count -= got;
        }
    }

    private sealed record Layout(bool IsFloat, int Channels, uint Rate, int Bits)
    {
        public int FrameBytes => Channels * Bits / 8;
    }
}
