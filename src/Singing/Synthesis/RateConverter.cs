using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>
/// Sample rate conversion by a rational factor with a polyphase Kaiser-windowed sinc (Crochiere and Rabiner 1983): about -70 dB of
/// images, pass band to 93 % of the lower Nyquist frequency. Immutable.
/// </summary>
internal sealed class RateConverter
{
    private const int Taps = 48;
    private const double Beta = 7;

    private readonly int _up;
    private readonly int _down;
    private readonly float[] _kernels;

    /// <summary>Makes the filter.</summary>
    /// <param name="from">Samples a second of the input.</param>
    /// <param name="to">Samples a second of the output.</param>
    public RateConverter(int from, int to)
    {
        var divisor = Divisor(from, to);
        _up = to / divisor;
        _down = from / divisor;
        _kernels = new float[_up * Taps];
        var cutoff = Math.Min(1.0, (double)to / from) * 0.965;
        for (var p = 0; p < _up; p++)
        {
            var sum = 0.0;
            var kernel = new double[Taps];
            for (var i = 0; i < Taps; i++)
            {
                var x = i - (Taps / 2 - 1) - (double)p / _up;
                var edge = 1 - x * x / (Taps / 2.0 * (Taps / 2.0));
                kernel[i] = edge <= 0 ? 0 : Bessel(Beta * Math.Sqrt(edge)) * Sinc(cutoff * x);
                sum += kernel[i];
            }

            for (var i = 0; i < Taps; i++)
            {
                _kernels[p * Taps + i] = (float)(kernel[i] / sum);
            }
        }
    }

    /// <summary>Converts a whole signal; what lies outside it is silence. Sample 0 stays sample 0.</summary>
    public float[] Convert(ReadOnlySpan<float> input)
    {
        var output = new float[(int)((long)input.Length * _up / _down)];
        var padded = new float[input.Length + Taps];
        input.CopyTo(padded.AsSpan(Taps / 2 - 1));
        for (var n = 0; n < output.Length; n++)
        {
            var position = (long)n * _down;
            var samples = padded.AsSpan((int)(position / _up), Taps);
            var kernel = _kernels.AsSpan((int)(position % _up) * Taps, Taps);
            var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var i = 0; i < Taps; i += 2 * FrameMath.Width)
            {
                a +=
                    Vector256.Create(samples.Slice(i, FrameMath.Width))
                    * Vector256.Create(kernel.Slice(i, FrameMath.Width));
                b +=
                    Vector256.Create(samples.Slice(i + FrameMath.Width, FrameMath.Width))
                    * Vector256.Create(kernel.Slice(i + FrameMath.Width, FrameMath.Width));
            }

            output[n] = Total(a + b);
        }

        return output;
    }

    // A fixed order of summation, whatever the processor.
    private static float Total(Vector256<float> v)
    {
        var four = v.GetLower() + v.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two.GetElement(0) + two.GetElement(1);
    }

    private static double Sinc(double x) => x == 0 ? 1 : DeterministicMath.Sin(Math.PI * x) / (Math.PI * x);

    private static double Bessel(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k < 30; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
