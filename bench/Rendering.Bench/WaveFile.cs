using System.Buffers.Binary;

namespace Troubadour.Rendering.Bench;

/// <summary>Writes a stereo 16-bit WAV for the ear.</summary>
internal static class WaveFile
{
    /// <summary>Writes the file; samples beyond full scale are held there.</summary>
    public static void Write(string path, ReadOnlySpan<float> left, ReadOnlySpan<float> right, int rate)
    {
        var bytes = new byte[44 + 4 * left.Length];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), rate * 4);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), 4);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), 4 * left.Length);
        for (var i = 0; i < left.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + 4 * i), Round(left[i]));
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(46 + 4 * i), Round(right[i]));
        }

        File.WriteAllBytes(path, bytes);
    }

    private static short Round(float x) => (short)Math.Round(Math.Clamp(x * 32767, -32768, 32767));
}
