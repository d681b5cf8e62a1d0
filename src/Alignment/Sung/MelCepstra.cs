using Troubadour.Audio;

namespace Troubadour.Alignment;

/// <summary>
/// Mel-frequency cepstra (Davis and Mermelstein 1980) of a sound at 16 kHz: twelve a frame, without the level, and how they change.
/// </summary>
internal sealed class MelCepstra
{
    /// <summary>Values a frame.</summary>
    public const int Width = 2 * Order;

    private const int Order = 12;
    private const int Window = 512;
    private const int Bands = 24;
    private const double Lowest = 100;
    private const double Highest = 7000;
    private const double Quietest = 1e-7;

    private readonly Fft _fft = new(Window);
    private readonly float[] _taper = new float[Window];
    private readonly double[][] _weights = new double[Bands][];
    private readonly double[][] _cosines = new double[Order][];

    /// <summary>Makes the tables.</summary>
    public MelCepstra()
    {
        for (var i = 0; i < Window; i++)
        {
            _taper[i] = (float)(0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / Window));
        }

        var edges = Enumerable
            .Range(0, Bands + 2)
            .Select(i => Hertz(Mel(Lowest) + (Mel(Highest) - Mel(Lowest)) * i / (Bands + 1)) * Window / Sound.Rate)
            .ToArray();
        for (var band = 0; band < Bands; band++)
        {
            _weights[band] = Triangle(edges[band], edges[band + 1], edges[band + 2]);
        }

        for (var k = 0; k < Order; k++)
        {
            _cosines[k] =
            [
                .. Enumerable.Range(0, Bands).Select(b => DeterministicMath.Cos(Math.PI * (k + 1) * (b + 0.5) / Bands)),
            ];
        }
    }

    /// <summary>The cepstra of frames whose middles lie a hop apart, the first at half a hop.</summary>
    /// <param name="sound">The sound at 16 kHz.</param>
    /// <param name="hop">Samples from frame to frame.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Frame by frame <see cref="Width"/> values: cepstra, then their changes over four frames; neither levelled nor scaled.</returns>
    public float[] Of(ReadOnlySpan<float> sound, int hop, CancellationToken cancellation)
    {
        var frames = sound.Length / hop;
        var values = new float[frames * Width];
        var (real, imaginary) = (new float[Window], new float[Window]);
        var logs = new double[Bands];
        for (var frame = 0; frame < frames; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = frame * hop + hop / 2 - Window / 2;
            for (var i = 0; i < Window; i++)
            {
                real[i] = from + i >= 0 && from + i < sound.Length ? sound[from + i] * _taper[i] : 0;
            }

            Array.Clear(imaginary);
            _fft.Forward(real, imaginary);
            Logarithms(real, imaginary, logs);
            for (var k = 0; k < Order; k++)
            {
                var sum = 0.0;
                for (var band = 0; band < Bands; band++)
                {
                    sum += _cosines[k][band] * logs[band];
                }

                values[frame * Width + k] = (float)sum;
            }
        }

        AddChanges(values, frames);
        return values;
    }

    private static void AddChanges(float[] values, int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            var before = Math.Max(0, frame - 2) * Width;
            var after = Math.Min(frames - 1, frame + 2) * Width;
            for (var k = 0; k < Order; k++)
            {
                values[frame * Width + Order + k] = values[after + k] - values[before + k];
            }
        }
    }

    private void Logarithms(float[] real, float[] imaginary, double[] logs)
    {
        for (var band = 0; band < Bands; band++)
        {
            var sum = Quietest;
            var weights = _weights[band];
            for (var bin = 0; bin < weights.Length; bin++)
            {
                if (weights[bin] > 0)
                {
                    sum += weights[bin] * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
                }
            }

            logs[band] = DeterministicMath.Log(sum);
        }
    }

    private static double[] Triangle(double low, double middle, double high) =>
        [
            .. Enumerable
                .Range(0, Window / 2)
                .Select(bin => Math.Max(0, Math.Min((bin - low) / (middle - low), (high - bin) / (high - middle)))),
        ];

    private static double Mel(double hertz) => 1127 * DeterministicMath.Log(1 + hertz / 700);

    private static double Hertz(double mel) => 700 * (DeterministicMath.Exp(mel / 1127) - 1);
}
