using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Troubadour.Moving.Tables;

/// <summary>
/// SHA-256 over rows. Each value is a byte that says what follows and then its bytes: a text's length and UTF-8, a number's eight bytes,
/// little end first; so no two different rows are the same bytes.
/// </summary>
internal sealed class RowHash : IDisposable
{
    private const byte Null = 0;
    private const byte Text = 1;
    private const byte Whole = 2;
    private const byte Truth = 3;
    private const byte Floating = 4;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(ReadOnlySpan<object?> row)
    {
        foreach (var value in row)
        {
            Add(value);
        }
    }

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                _hash.AppendData([Null]);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                Add(Text, bytes.Length);
                _hash.AppendData(bytes);
                break;
            case long or int:
                Add(Whole, Convert.ToInt64(value, null));
                break;
            case bool isTrue:
                Add(Truth, isTrue ? 1 : 0);
                break;
            case double number:
                Add(Floating, BitConverter.DoubleToInt64Bits(number));
                break;
            default:
                throw new ArgumentException($"{value.GetType()} has no place in a row.", nameof(value));
        }
    }

    private void Add(byte kind, long value)
    {
        Span<byte> bytes = stackalloc byte[1 + sizeof(long)];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], value);
        _hash.AppendData(bytes);
    }
}
