namespace Troubadour.Separation;

/// <summary>
/// One song on its way through a <see cref="Separator"/>: samples at 44.1 kHz are pushed in blocks of any size, and separated blocks come
/// out at the sink, up to 18 s later. The samples that come out do not depend on the sizes. Holds about 70 MB whatever the length.
/// Serves one thread.
/// </summary>
public sealed class SeparationStream
{
    private const float Loudest = 1e6f;

    private readonly MaskStream _stream;
    private long _pushed;
    private bool _finished;

    internal SeparationStream(IMaskNetwork network, SeparationOptions options, IStemSink sink) =>
        _stream = new MaskStream(network, options.MedianShare, new StemParts(sink));

    /// <summary>Takes the next samples.</summary>
    /// <param name="left">Left samples.</param>
    /// <param name="right">Right samples, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="InvalidDataException">A sample is no number, or no sound: over 1,000,000 times full scale.</exception>
    /// <exception cref="InvalidOperationException">The song has been finished.</exception>
    public void Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"Left has {left.Length} samples and right {right.Length}.", nameof(right));
        }

        if (_finished)
        {
            throw new InvalidOperationException("The song has been finished.");
        }

        Check(left);
        Check(right);
        _pushed += left.Length;
        _stream.Push(left, right);
    }

    /// <summary>Ends the song: what is still inside comes out, so that as many samples have come out as went in.</summary>
    /// <exception cref="InvalidOperationException">It has been finished before.</exception>
    public void Finish()
    {
        if (_finished)
        {
            throw new InvalidOperationException("The song has been finished.");
        }

        _finished = true;
        _stream.Finish();
    }

    private void Check(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            if (!(Math.Abs(samples[i]) <= Loudest))
            {
                throw new InvalidDataException(
                    $"Sample {_pushed + i} of the sound is {samples[i]}, which is no sound."
                );
            }
        }
    }

    private sealed class StemParts(IStemSink sink) : IPartSink
    {
        public void Write(int part, ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
            sink.Write((Stem)part, left, right);
    }
}
