using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Troubadour.Singing;

/// <summary>The container of a voice: a text header of "KEY:value" lines that ends with "[DATA]", then parts at byte ranges.</summary>
internal sealed class HtsFile
{
    private readonly byte[] _file;
    private readonly int _data;
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);

    /// <summary>Reads the header.</summary>
    public HtsFile(byte[] file)
    {
        _file = file;
        var mark = file.AsSpan().IndexOf("[DATA]\n"u8);
        if (mark < 0 || !file.AsSpan().StartsWith("[GLOBAL]"u8))
        {
            throw new InvalidDataException("The file is not an HTS voice: it has no [GLOBAL] and [DATA] parts.");
        }

        _data = mark + "[DATA]\n".Length;
        foreach (var line in Encoding.Latin1.GetString(file, 0, mark).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                _header[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }
    }

    /// <summary>A header value, or null.</summary>
    public string? Find(string key) => _header.GetValueOrDefault(key);

    /// <summary>A header value.</summary>
    public string Value(string key) => Find(key) ?? throw new InvalidDataException($"The voice file has no {key}.");

    /// <summary>A header number.</summary>
    public int Integer(string key) => int.Parse(Value(key), CultureInfo.InvariantCulture);

    /// <summary>The byte ranges of a part, from the start of the data.</summary>
    public Range[] Ranges(string key) =>
        [
            .. Value(key)
                .Split(',')
                .Select(r => r.Split('-'))
                .Select(r =>
                    (_data + int.Parse(r[0], CultureInfo.InvariantCulture))..(
                        _data + int.Parse(r[1], CultureInfo.InvariantCulture) + 1
                    )
                ),
        ];

    /// <summary>The bytes of a range.</summary>
    public ReadOnlySpan<byte> Bytes(Range range) => _file.AsSpan(range);

    /// <summary>The text of a range.</summary>
    public string Text(Range range) => Encoding.Latin1.GetString(Bytes(range));

    /// <summary>Tables of distributions: int32 counts, then float32 values, little endian.</summary>
    public static float[][][] Distributions(ReadOnlySpan<byte> bytes, int tables, int length)
    {
        var result = new float[tables][][];
        var at = 4 * tables;
        for (var table = 0; table < tables; table++)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * table)..]);
            result[table] = new float[count][];
            for (var i = 0; i < count; i++)
            {
                var values = new float[length];
                for (var k = 0; k < length; k++, at += 4)
                {
                    values[k] = BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
                }

                result[table][i] = values;
            }
        }

        return at == bytes.Length
            ? result
            : throw new InvalidDataException(
                $"A part of the voice file has {bytes.Length} bytes where {at} were expected."
            );
    }
}
