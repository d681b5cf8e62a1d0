namespace Troubadour.Separation;

/// <summary>
/// Sound on its way through a network's masks: samples at 44.1 kHz are pushed in blocks of any size, parts that sum to it come out. What
/// comes out does not depend on the sizes.
/// </summary>
internal sealed class MaskStream
{
    // A block is complete when the frame has been added that begins with it.
    private const int Latency = Grid.Fft / Grid.Hop - 1;

    private readonly IPartSink? _sink;
    private readonly MaskTotals? _totals;
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

    /// <summary>Makes a stream.</summary>
    /// <param name="network">Gives the masks.</param>
    /// <param name="medianShare">How much of the drums' mask is the medians'; 0 where parts are no stems.</param>
    /// <param name="sink">Takes the parts; null if only the totals are wanted.</param>
    /// <param name="totals">Counts the masked powers, if wanted.</param>
    public MaskStream(IMaskNetwork network, float medianShare, IPartSink? sink, MaskTotals? totals = null)
    {
        (_sink, _totals) = (sink, totals);
        _masks = new WindowedMasks(network);
        _splitter = new FrameSplitter(network.Parts - 1, medianShare);
        _adder = new StemAdder(network.Parts - 1);
    }

    /// <summary>Takes the next samples.</summary>
    public void Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        _pushed += left.Length;
        Fill(left, right);
    }

    /// <summary>Ends the sound: what is still inside comes out.</summary>
    public void Finish()
    {
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
            _totals?.Add(_masks.Powers(_split), _masks.Masks(_split));
            if (_sink is null)
            {
                continue;
            }

            _splitter.Split(_ring, _split, _masks.Masks(_split), _adder.Left, _adder.Right);
            var block = _split - Latency;
            var length = block < 0 ? 0 : (int)Math.Min(Grid.Hop, _pushed - block * Grid.Hop);
            _adder.Give(block, length, _sink);
        }
    }
}
