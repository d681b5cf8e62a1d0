using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Troubadour.Singing.Neural;

/// <summary>Writes the fields of one message in the protocol buffers encoding.</summary>
/// <param name="expected">About how many bytes will be written.</param>
internal sealed class ProtoWriter(int expected = 0)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(expected + 256);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>A whole number.</summary>
    public ProtoWriter Int(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint(unchecked((ulong)value));
        return this;
    }

    /// <summary>A 32-bit floating number.</summary>
    public ProtoWriter Float(int field, float value)
    {
        Varint(((ulong)field << 3) | 5);
        BinaryPrimitives.WriteSingleLittleEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
        return this;
    }

    /// <summary>A text.</summary>
    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Bytes, or a message that stands inside this one.</summary>
    public ProtoWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        return Raw(value);
    }

    /// <summary>A message inside this one.</summary>
    public ProtoWriter Message(int field, ProtoWriter message) => Bytes(field, message.Written);

    /// <summary>Numbers as little-endian bytes.</summary>
    public ProtoWriter Values<T>(int field, ReadOnlySpan<T> values)
        where T : unmanaged => Bytes(field, MemoryMarshal.AsBytes(values));

    /// <summary>A field that is encoded already.</summary>
    public ProtoWriter Raw(ReadOnlySpan<byte> encoded)
    {
        _buffer.Write(encoded);
        return this;
    }

    private void Varint(ulong value)
    {
        var span = _buffer.GetSpan(10);
        var count = 0;
        for (; value >= 128; value >>= 7)
        {
            span[count++] = (byte)(value | 128);
        }

        span[count++] = (byte)value;
        _buffer.Advance(count);
    }
}
