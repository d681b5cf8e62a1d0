using Troubadour.Audio;

namespace Troubadour.Separation;

/// <summary>
/// The short-time Fourier transform of a stereo signal: mid is the real and side the imaginary part of one complex transform. Forward and
/// inverse, overlapped and added, give the signal back.
/// </summary>
internal sealed class MidSideStft
{
    // Squared Hann windows a quarter apart sum to 1.5.
    private const double Overlap = 1.5;

    private readonly Fft _fft = new(Grid.Fft);
    private readonly float[] _analysis = Grid.Window(1);
    private readonly float[] _synthesis = Grid.Window(1 / Overlap);

    /// <summary>The spectrum of mid + i * side.</summary>
    /// <param name="left">4,096 samples.</param>
    /// <param name="right">As many.</param>
    /// <param name="real">The spectrum's 4,096 real parts.</param>
    /// <param name="imaginary">Its imaginary parts.</param>
    public void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> real, Span<float> imaginary)
    {
        for (var i = 0; i < Grid.Fft; i++)
        {
            var half = _analysis[i] * 0.5f;
            real[i] = (left[i] + right[i]) * half;
            imaginary[i] = (left[i] - right[i]) * half;
        }

        _fft.Forward(real, imaginary);
    }

    /// <summary>Adds a frame to a signal. The spectrum is overwritten.</summary>
    /// <param name="real">The spectrum's 4,096 real parts.</param>
    /// <param name="imaginary">Its imaginary parts.</param>
    /// <param name="left">4,096 samples to add to.</param>
    /// <param name="right">As many.</param>
    public void AddInverse(Span<float> real, Span<float> imaginary, Span<float> left, Span<float> right)
    {
        _fft.Inverse(real, imaginary);
        for (var i = 0; i < Grid.Fft; i++)
        {
            left[i] += (real[i] + imaginary[i]) * _synthesis[i];
            right[i] += (real[i] - imaginary[i]) * _synthesis[i];
        }
    }
}
