using System.Buffers.Binary;
using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>Takes interleaved stereo floats from a stream, checks each, and hands them on by channel.</summary>
internal sealed class PcmReader(PcmBlock sink, int maxFrames) : IDisposable
{
    private const int FrameBytes = 8;
    private const int BlockFrames = 8192;

    // +48 dB of full scale: integers that were stored as floats without being scaled, or no sound at all.
    private const float Largest = 256;

    private readonly byte[] _bytes = new byte[BlockFrames * FrameBytes];
    private readonly float[] _left = new float[BlockFrames];
    private readonly float[] _right = new float[BlockFrames];
    private readonly ContentHasher _hasher = new();

    /// <summary>Frames so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Reads to the end, or to where there is more than may be.</summary>
    /// <exception cref="IngestException">Damaged: a sample is not finite, or far beyond full scale.</exception>
    public async Task ReadAsync(Stream stream, CancellationToken cancellation)
    {
        while (Frames <= maxFrames)
        {
            var count = await stream.ReadAtLeastAsync(_bytes, _bytes.Length, throwOnEndOfStream: false, cancellation);
            Take(count / FrameBytes);
            if (count < _bytes.Length)
            {
                return;
            }
        }
    }

    /// <summary>The name of what was read.</summary>
    public string Hash() => _hasher.Finish();

    /// <inheritdoc/>
    public void Dispose() => _hasher.Dispose();

    private void Take(int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            _left[i] = Sample(FrameBytes * i);
            _right[i] = Sample(FrameBytes * i + FrameBytes / 2);
        }

        var left = _left.AsSpan(0, frames);
        var right = _right.AsSpan(0, frames);
        _hasher.Add(left, right);
        sink(left, right);
        Frames += frames;
    }

    private float Sample(int at)
    {
        var sample = BinaryPrimitives.ReadSingleLittleEndian(_bytes.AsSpan(at));
        return Math.Abs(sample) <= Largest ? sample : throw Refusals.NoSound();
    }
}
