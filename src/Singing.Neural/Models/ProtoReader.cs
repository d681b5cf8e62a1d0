using System.Buffers.Binary;

namespace Troubadour.Singing.Neural;

/// <summary>Walks the fields of one message in the protocol buffers encoding (protobuf.dev/programming-guides/encoding).</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The field's number.</summary>
    public int Field { get; private set; }

    /// <summary>The field with its tag, as it stands.</summary>
    public ReadOnlySpan<byte> Whole { get; private set; }

    /// <summary>Content of a field with a length; empty for others.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Value of a field without a length.</summary>
    public ulong Number { get; private set; }

    /// <summary>True while there is a further field.</summary>
    /// <exception cref="InvalidDataException">The message is cut off or uses groups.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var start = _rest;
        var tag = Varint();
        Field = (int)(tag >> 3);
        Content = [];
        Number = 0;
        switch (tag & 7)
        {
            case 0:
                Number = Varint();
                break;
            case 1:
                Number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case 2:
                Content = Take(Varint());
                break;
            case 5:
                Number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            default:
                throw Damaged();
        }

        Whole = start[..(start.Length - _rest.Length)];
        return true;
    }

    private static InvalidDataException Damaged() => new("it is no ONNX model, or a damaged one");

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            throw Damaged();
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return value;
            }
        }

        throw Damaged();
    }
}
