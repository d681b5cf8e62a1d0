namespace Troubadour.Separation;

/// <summary>The latest frames: their spectra and their powers by bin, with room for the median's reach at both ends.</summary>
internal sealed class FrameRing
{
    /// <summary>Frames that are kept; more than a window of masks and the medians' reach.</summary>
    public const int Capacity = 1024;

    private const int Reach = ForgetfulMedian.Count / 2;
    private const int PaddedBins =
        (Grid.Bins + ForgetfulMedian.Width - 1) / ForgetfulMedian.Width * ForgetfulMedian.Width;
    private const int Stride = PaddedBins + 2 * Reach;

    private readonly float[] _real = new float[Capacity * Grid.Fft];
    private readonly float[] _imaginary = new float[Capacity * Grid.Fft];

    // One row more than frames: silence, for what lies before the first and after the last frame.
    private readonly float[] _powers = new float[(Capacity + 1) * Stride];

    /// <summary>Frames stored so far.</summary>
    public long Count { get; private set; }

    /// <summary>All powers; rows of bins start where <see cref="Row"/> says.</summary>
    public ReadOnlySpan<float> Powers => _powers;

    /// <summary>The spectrum's real parts of a frame.</summary>
    public Span<float> Real(long frame) => _real.AsSpan(Slot(frame) * Grid.Fft, Grid.Fft);

    /// <summary>The spectrum's imaginary parts of a frame.</summary>
    public Span<float> Imaginary(long frame) => _imaginary.AsSpan(Slot(frame) * Grid.Fft, Grid.Fft);

    /// <summary>The powers of a frame's bins.</summary>
    public Span<float> Bins(long frame) => _powers.AsSpan(Slot(frame) * Stride + Reach, Grid.Bins);

    /// <summary>Where bin 0 of a frame lies in <see cref="Powers"/>; a frame that is not there is silence.</summary>
    public int Row(long frame) => (frame < 0 || frame >= Count ? Capacity : Slot(frame)) * Stride + Reach;

    /// <summary>Counts a frame whose spectrum and powers have been written.</summary>
    public void Add() => Count++;

    private static int Slot(long frame) => (int)(frame & (Capacity - 1));
}
