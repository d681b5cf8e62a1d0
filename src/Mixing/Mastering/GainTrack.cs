using System.Buffers;
using System.IO.Compression;

namespace Troubadour.Mixing;

/// <summary>
/// The moving gain of a group of stems from the bus to the master, without its master gain and the closing fade: one edge every 32 frames in
/// whole steps of 1/1024 dB, straight lines between them. It is glue times limiter, and what it held once it gives again to the bit.
/// </summary>
public sealed class GainTrack
{
    private const int Quality = 5;
    private const int Window = 20;
    private const int MostBytesPerEdge = 3;

    private readonly int[] _steps;

    /// <summary>Takes the edges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none, or one is lower or higher than gains of a mix are.</exception>
    public GainTrack(int[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentOutOfRangeException.ThrowIfZero(steps.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps.Min(), GainSteps.Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps.Max(), GainSteps.Most);
        _steps = steps;
    }

    /// <summary>The gain at each block's start, and at the end of the last, in steps of 1/1024 dB from -120 to 40 dB.</summary>
    public ReadOnlySpan<int> Steps => _steps;

    /// <summary>Edges of a song of so many frames.</summary>
    public static int Edges(int frames) => (frames + Limiter.Block - 1) / Limiter.Block + 1;

    /// <summary>The track as bytes: differences as variable-length integers, packed by Brotli.</summary>
    public byte[] Encode()
    {
        var raw = new ArrayBufferWriter<byte>(2 * _steps.Length);
        var last = 0;
        foreach (var step in _steps)
        {
            var change = step - last;
            Write(raw, (uint)((change << 1) ^ (change >> 31)));
            last = step;
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(raw.WrittenCount)];
        return BrotliEncoder.TryCompress(raw.WrittenSpan, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException("A gain track could not be packed.");
    }

    /// <summary>Reads a track of a song of so many frames; damaged bytes cost no more memory than good ones.</summary>
    /// <exception cref="InvalidDataException">The bytes are no track, or one of another length.</exception>
    public static GainTrack Decode(ReadOnlySpan<byte> packed, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        var steps = new int[Edges(frames)];
        var raw = new byte[MostBytesPerEdge * steps.Length];
        if (!BrotliDecoder.TryDecompress(packed, raw, out var length))
        {
            throw new InvalidDataException("A gain track is damaged or too long.");
        }

        var at = 0;
        var last = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            var bits = Read(raw.AsSpan(0, length), ref at);
            last += (int)(bits >> 1) ^ -(int)(bits & 1);
            steps[i] = last is >= GainSteps.Least and <= GainSteps.Most
                ? last
                : throw new InvalidDataException("A gain track has a gain that no mix makes.");
        }

        return at == length
            ? new GainTrack(steps)
            : throw new InvalidDataException("A gain track is longer than its song.");
    }

    private static void Write(ArrayBufferWriter<byte> raw, uint bits)
    {
        var span = raw.GetSpan(MostBytesPerEdge + 2);
        var count = 0;
        for (; bits >= 0x80; bits >>= 7)
        {
            span[count++] = (byte)(bits | 0x80);
        }

        span[count++] = (byte)bits;
        raw.Advance(count);
    }

    private static uint Read(ReadOnlySpan<byte> raw, ref int at)
    {
        var bits = 0u;
        for (var shift = 0; shift < 7 * MostBytesPerEdge; shift += 7)
        {
            if (at == raw.Length)
            {
                throw new InvalidDataException("A gain track is shorter than its song.");
            }

            var part = raw[at++];
            bits |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return bits;
            }
        }

        throw new InvalidDataException("A gain track has a step that no mix makes.");
    }
}
