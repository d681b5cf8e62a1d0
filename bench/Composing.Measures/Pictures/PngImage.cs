using System.Buffers.Binary;
using System.IO.Compression;

namespace Troubadour.Composing.Measures;

/// <summary>A picture of up to 256 colours that can be written as PNG (ISO/IEC 15948).</summary>
public sealed class PngImage
{
    private readonly byte[] _pixels;
    private readonly (byte Red, byte Green, byte Blue)[] _colours;

    /// <summary>A picture filled with the first colour.</summary>
    public PngImage(int width, int height, params (byte Red, byte Green, byte Blue)[] colours)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Width = width;
        Height = height;
        _colours = colours;
        _pixels = new byte[width * height];
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The colour's number at a place.</summary>
    public byte At(int x, int y) => _pixels[y * Width + x];

    /// <summary>Fills a rectangle; what lies outside the picture is left out.</summary>
    public void Fill(int x, int y, int width, int height, byte colour)
    {
        for (var row = Math.Max(0, y); row < Math.Min(Height, y + height); row++)
        {
            for (var column = Math.Max(0, x); column < Math.Min(Width, x + width); column++)
            {
                _pixels[row * Width + column] = colour;
            }
        }
    }

    /// <summary>The bytes of a PNG file.</summary>
    public byte[] Encode()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        header[9] = 3;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, [.. _colours.SelectMany(colour => new[] { colour.Red, colour.Green, colour.Blue })]);
        Chunk(file, "IDAT"u8, Packed());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var row = 0; row < Height; row++)
            {
                deflate.WriteByte(0);
                deflate.Write(_pixels, row * Width, Width);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] body)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        byte[] all = [.. type, .. body];
        file.Write(all);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(all));
        file.Write(number);
    }

    // CRC-32 as PNG asks for it.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
