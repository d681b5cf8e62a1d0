using System.Buffers.Binary;
using System.Text;

namespace Troubadour.Rendering;

/// <summary>The chunks of a SoundFont RIFF file by name, each checked to lie inside the file.</summary>
internal sealed class RiffChunks
{
    private readonly Dictionary<string, Range> _chunks = new(StringComparer.Ordinal);

    /// <exception cref="SoundBankException">Not a RIFF file of form sfbk, or a chunk runs over its parent.</exception>
    public RiffChunks(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file.Slice(8, 4).SequenceEqual("sfbk"u8))
        {
            throw new SoundBankException(
                "The file is not a SoundFont bank: it does not start with a RIFF header of form sfbk."
            );
        }

        var end = Math.Min(file.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]));
        var position = 12;
        while (position + 12 <= end)
        {
            // Some writers leave out the pad byte after a list of odd length.
            if (!file[position..].StartsWith("LIST"u8) && file[(position - 1)..].StartsWith("LIST"u8))
            {
                position--;
            }

            var (id, start, stop) = Header(file, position, (int)end);
            if (id == "LIST" && stop - start >= 4)
            {
                ReadList(file, start + 4, stop);
            }

            position = stop + (stop - start & 1);
        }
    }

    /// <summary>Where the chunk's data lies in the file; empty if there is none.</summary>
    public Range Find(string id) => _chunks.TryGetValue(id, out var range) ? range : 0..0;

    /// <summary>The chunk's data, checked to be whole records.</summary>
    /// <exception cref="SoundBankException">The chunk is missing or has no whole number of records.</exception>
    public ReadOnlySpan<byte> Records(ReadOnlySpan<byte> file, string id, int recordLength)
    {
        if (!_chunks.TryGetValue(id, out var range))
        {
            throw new SoundBankException($"The sound bank has no {id} chunk.");
        }

        var data = file[range];
        return data.Length % recordLength == 0 && data.Length > 0
            ? data
            : throw new SoundBankException(
                $"The {id} chunk has {data.Length} bytes, not a whole number of {recordLength}-byte records."
            );
    }

    private void ReadList(ReadOnlySpan<byte> file, int position, int end)
    {
        while (position + 8 <= end)
        {
            var (id, start, stop) = Header(file, position, end);
            _chunks.TryAdd(id, start..stop);
            position = stop + (stop - start & 1);
        }
    }

    private static (string Id, int Start, int Stop) Header(ReadOnlySpan<byte> file, int position, int end)
    {
        var id = Encoding.Latin1.GetString(file.Slice(position, 4));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(position + 4)..]);
        return length <= end - position - 8
            ? (id, position + 8, position + 8 + (int)length)
            : throw new SoundBankException(
                $"The chunk at byte {position} says {length} bytes, more than the file has left."
            );
    }
}
