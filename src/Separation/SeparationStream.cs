namespace Troubadour.Separation;

/// <summary>
/// One song on its way through a <see cref="Separator"/>: samples at 44.1 kHz are pushed in blocks of any size, and separated blocks come
/// out at the sink, up to 18 s later. The samples that come out do not depend on the sizes. Holds about 70 MB whatever the length.
/// Serves one thread.
/// </summary>
public sealed class SeparationStream
{
    // A block is complete when the frame has been added that begins with it.
    private const int Latency = Grid.Fft / Grid.Hop - 1;
    private const float Loudest = 1e6f;

    private readonly IStemSink _sink;
    private readonly MidSideStft _stft = new();
    private readonly FramePowers _powers = new();
    private readonly FrameRing _ring = new();
    private readonly WindowedMasks _masks;
    private readonly FrameSplitter _splitter;
    private readonly StemAdder _adder;
    private readonly float[] _left = new float[Grid.Fft];
    private readonly float[] _right = new float[Grid.Fft];
    private int _filled;
    private long _pushed;
    private long _split;
    private bool _finished;

    internal SeparationStream(IMaskNetwork network, SeparationOptions options, IStemSink sink)
    {
        _sink = sink;
        _masks = new WindowedMasks(network);
        _splitter = new FrameSplitter(options.MedianShare);
        _adder = new StemAdder();
    }

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
        Fill(left, right);
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
        if (_pushed == 0)
        {
            return;
        }

        Span<float> silence = stackalloc float[Grid.Hop];
        silence.Clear();
        var missing = silence[..((Grid.Hop - _filled) % Grid.Hop)];
        Fill(missing, missing);
        for (var i = 0; i < Latency; i++)
        {
            Fill(silence, silence);
        }

        while (_masks.Done < _ring.Count)
        {
            _masks.Advance(_ring.Count, true);
            Split();
        }
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

    private void Fill(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        while (left.Length > 0)
        {
            var count = Math.Min(left.Length, Grid.Hop - _filled);
            var at = Grid.Fft - Grid.Hop + _filled;
            left[..count].CopyTo(_left.AsSpan(at));
            right[..count].CopyTo(_right.AsSpan(at));
            left = left[count..];
            right = right[count..];
            _filled += count;
            if (_filled == Grid.Hop)
            {
                AddFrame();
            }
        }
    }

    private void AddFrame()
    {
        var frame = _ring.Count;
        var real = _ring.Real(frame);
        var imaginary = _ring.Imaginary(frame);
        _stft.Forward(_left, _right, real, imaginary);
        _powers.Compute(real, imaginary, _masks.Powers(frame), _ring.Bins(frame));
        _ring.Add();
        var newest = Grid.Fft - Grid.Hop;
        _adder.Keep(frame, _left.AsSpan(newest), _right.AsSpan(newest));
        _left.AsSpan(Grid.Hop).CopyTo(_left);
        _right.AsSpan(Grid.Hop).CopyTo(_right);
        _filled = 0;
        _masks.Advance(_ring.Count, false);
        Split();
    }

    private void Split()
    {
        for (; _split < _masks.Done; _split++)
        {
            _splitter.Split(_ring, _split, _masks.Masks(_split), _adder.Left, _adder.Right);
            var block = _split - Latency;
            var length = block < 0 ? 0 : (int)Math.Min(Grid.Hop, _pushed - block * Grid.Hop);
            _adder.Give(block, length, _sink);
        }
    }
}
