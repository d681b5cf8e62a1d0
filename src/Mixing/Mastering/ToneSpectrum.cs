using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>The long-term average spectrum of a sound in third octaves from 40 Hz to 16 kHz: power a hertz of both channels together.</summary>
internal static class ToneSpectrum
{
    private const int Size = 8192;

    // Every other stretch is as good as all, and half the work.
    private const int Hop = 2 * Size;
    private const int PerPiece = 16;
    private static readonly float[] s_window = MakeWindow();

    /// <summary>The bands' middles in hertz.</summary>
    public static IReadOnlyList<double> Centres { get; } =
    [
        40,
        50,
        63,
        80,
        100,
        125,
        160,
        200,
        250,
        315,
        400,
        500,
        630,
        800,
        1000,
        1250,
        1600,
        2000,
        2500,
        3150,
        4000,
        5000,
        6300,
        8000,
        10000,
        12500,
        16000,
    ];

    /// <summary>Decibels of each band, without a common zero; null for silence or a sound that is shorter than a window.</summary>
    public static double[]? Of(AudioBuffer sound, Workers workers, CancellationToken cancellation)
    {
        var stretches = sound.Length < Size ? 0 : (sound.Length - Size) / Hop + 1;
        var pieces = new double[(stretches + PerPiece - 1) / PerPiece][];
        var fft = new Fft(Size);
        workers.Run(
            pieces.Length,
            piece =>
            {
                pieces[piece] = new double[Size / 2];
                for (var at = piece * PerPiece; at < Math.Min(stretches, (piece + 1) * PerPiece); at++)
                {
                    Add(sound, at * Hop, fft, pieces[piece]);
                }
            },
            cancellation
        );
        var powers = new double[Size / 2];
        foreach (var piece in pieces)
        {
            for (var k = 0; k < powers.Length; k++)
            {
                powers[k] += piece[k];
            }
        }

        return powers.Sum() > 0 ? [.. Centres.Select(centre => Level(powers, centre, sound.Rate))] : null;
    }

    // Left is the real part, right the imaginary one: the powers at a frequency and its mirror are twice those of both.
    private static void Add(AudioBuffer sound, int start, Fft fft, double[] powers)
    {
        var (re, im) = (new float[Size], new float[Size]);
        for (var i = 0; i < Size; i++)
        {
            re[i] = s_window[i] * sound.Left[start + i];
            im[i] = s_window[i] * sound.Right[start + i];
        }

        fft.Forward(re, im);
        for (var k = 1; k < powers.Length; k++)
        {
            powers[k] +=
                (double)re[k] * re[k]
                + (double)im[k] * im[k]
                + (double)re[Size - k] * re[Size - k]
                + (double)im[Size - k] * im[Size - k];
        }
    }

    private static double Level(double[] powers, double centre, int rate)
    {
        const double SixthOctave = 1.122462048309373;
        var first = (int)Math.Round(centre / SixthOctave * Size / rate);
        var end = Math.Clamp((int)Math.Round(centre * SixthOctave * Size / rate), first + 1, powers.Length);
        var sum = 1e-12;
        for (var k = Math.Min(first, end - 1); k < end; k++)
        {
            sum += powers[k];
        }

        return 10 * DeterministicMath.Log10(sum / (end - Math.Min(first, end - 1)));
    }

    private static float[] MakeWindow()
    {
        var window = new float[Size];
        for (var i = 0; i < Size; i++)
        {
            window[i] = (float)(0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * i / Size));
        }

        return window;
    }
}
