using System.Buffers.Binary;

namespace Troubadour.Audio;

/// <summary>
/// Writes a RIFF WAVE file (Multimedia Programming Interface and Data Specifications 1.0, Microsoft and IBM 1991) block by block. The
/// sizes in the header are put right when it is disposed, so the stream must be able to seek, unless the frame count is given at the start.
/// </summary>
public sealed class WavWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly WavFormat _format;
    private readonly int _channels;
    private readonly int _rate;
    private readonly bool _leaveOpen;
    private readonly bool _fixUp;
    private readonly long _origin;
    private readonly TriangularDither[] _dither;
    private readonly byte[] _bytes = new byte[1 << 16];
    private bool _disposed;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Where to, from its present position.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="format">How samples are stored.</param>
    /// <param name="seed">Of the dither.</param>
    /// <param name="frames">The frame count if it is known; needed for a stream that cannot seek.</param>
    /// <param name="leaveOpen">Whether the stream stays open when this is disposed.</param>
    public WavWriter(
        Stream stream,
        int channels,
        int rate,
        WavFormat format,
        long seed = 0,
        long? frames = null,
        bool leaveOpen = false
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        if (channels is not (1 or 2))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A WAV of ours has 1 or 2 channels.");
        }

        if (frames is null && !stream.CanSeek)
        {
            throw new ArgumentException(
                "A stream that cannot seek needs the frame count at the start.",
                nameof(frames)
            );
        }

        (_stream, _format, _channels, _rate, _leaveOpen) = (stream, format, channels, rate, leaveOpen);
        _fixUp = stream.CanSeek;
        _origin = _fixUp ? stream.Position : 0;
        _dither = [new(unchecked(seed * 2)), new(unchecked(seed * 2 + 1))];
        WriteHeader(frames ?? 0);
    }

    /// <summary>Frames written so far.</summary>
    public long Frames { get; private set; }

    private int SampleBytes =>
        _format switch
        {
            WavFormat.Pcm16 => 2,
            WavFormat.Pcm24 => 3,
            _ => 4,
        };

    /// <summary>Lets the dither go on as if so many frames had been written: a cut of a longer sound then has the bytes of the whole.</summary>
    public void Skip(long frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        foreach (var dither in _dither)
        {
            dither.Skip(frames);
        }
    }

    /// <summary>Appends one channel's samples; for a mono file.</summary>
    public void Write(ReadOnlySpan<float> samples)
    {
        if (_channels != 1)
        {
            throw new InvalidOperationException("A stereo file wants both channels.");
        }

        Append(samples, samples);
    }

    /// <summary>Appends frames; both spans have the same length; for a stereo file.</summary>
    public void Write(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (_channels != 2)
        {
            throw new InvalidOperationException("A mono file wants one channel.");
        }

        if (left.Length != right.Length)
        {
            throw new ArgumentException("Both channels must have the same length.", nameof(right));
        }

        Append(left, right);
    }

    /// <summary>Pads the data to an even length, corrects the header and closes the stream unless told to leave it open.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (Frames * SampleBytes * _channels % 2 == 1)
        {
            _stream.WriteByte(0);
        }

        if (_fixUp)
        {
            var end = _stream.Position;
            _stream.Position = _origin;
            WriteHeader(Frames);
            _stream.Position = end;
        }

        _stream.Flush();
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private void Append(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var perBlock = _bytes.Length / (SampleBytes * _channels);
        for (var start = 0; start < left.Length; start += perBlock)
        {
            var count = Math.Min(perBlock, left.Length - start);
            var at = 0;
            for (var i = start; i < start + count; i++)
            {
                at = Put(left[i], 0, at);
                if (_channels == 2)
                {
                    at = Put(right[i], 1, at);
                }
            }

            _stream.Write(_bytes, 0, at);
            Frames += count;
        }
    }

    private int Put(float sample, int channel, int at)
    {
        switch (_format)
        {
            case WavFormat.Pcm16:
                BinaryPrimitives.WriteInt16LittleEndian(_bytes.AsSpan(at), _dither[channel].Quantise(sample));
                return at + 2;
            case WavFormat.Pcm24:
                var value = float.IsNaN(sample)
                    ? 0
                    : (int)Math.Clamp(Math.Floor(sample * 8388608.0 + 0.5), -8388608, 8388607);
                _bytes[at] = (byte)value;
                _bytes[at + 1] = (byte)(value >> 8);
                _bytes[at + 2] = (byte)(value >> 16);
                return at + 3;
            default:
                BinaryPrimitives.WriteSingleLittleEndian(_bytes.AsSpan(at), sample);
                return at + 4;
        }
    }

    private void WriteHeader(long frames)
    {
        var dataBytes = Math.Min(frames * SampleBytes * _channels, uint.MaxValue - 38L);
        Span<byte> header = stackalloc byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(36 + dataBytes + dataBytes % 2));
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], (ushort)(_format == WavFormat.Float32 ? 3 : 1));
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)_channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)_rate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(_rate * SampleBytes * _channels));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(SampleBytes * _channels));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], (ushort)(8 * SampleBytes));
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], (uint)dataBytes);
        _stream.Write(header);
    }
}
