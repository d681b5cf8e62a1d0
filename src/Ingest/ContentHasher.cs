using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Troubadour.Ingest;

/// <summary>Computes a <see cref="ContentHash"/> block by block; the size of the blocks does not matter.</summary>
public sealed class ContentHasher : IDisposable
{
    private const int FrameBytes = 4;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _bytes = new byte[FrameBytes * 4096];

    /// <summary>Appends frames; both spans have the same length.</summary>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        const int Block = 4096;
        for (var start = 0; start < left.Length; start += Block)
        {
            var count = Math.Min(Block, left.Length - start);
            for (var i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteInt16LittleEndian(_bytes.AsSpan(FrameBytes * i), Quantise(left[start + i]));
                BinaryPrimitives.WriteInt16LittleEndian(_bytes.AsSpan(FrameBytes * i + 2), Quantise(right[start + i]));
            }

            _hash.AppendData(_bytes, 0, FrameBytes * count);
        }
    }

    /// <summary>The name of all that was added; the next sound may follow.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static short Quantise(float sample) =>
        (short)Math.Clamp(Math.Floor(sample * 32768.0 + 0.5), short.MinValue, short.MaxValue);
}
