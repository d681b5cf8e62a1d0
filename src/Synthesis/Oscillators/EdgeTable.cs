using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// What a band-limited edge adds to a naive one: a step after Brandt (Hard Sync Without Aliasing, 2001), here of linear phase and read
/// between its rows, and its integral for a bend of the slope.
/// </summary>
internal static class EdgeTable
{
    /// <summary>Frames that an edge touches; half of them before it, so sound comes by this half later.</summary>
    public const int Taps = 16;

    /// <summary>Frames by which an oscillator of edges comes later.</summary>
    public const int Delay = Taps / 2;

    /// <summary>Rows between two frames.</summary>
    public const int Rows = 128;

    private const int Fine = 16;

    /// <summary>Row by row, <see cref="Rows"/> + 1 of them: the residual of a step of 1 that lies row/<see cref="Rows"/> frames before the tap in the middle.</summary>
    public static float[] Steps { get; } = Make(false);

    /// <summary>The same for a slope that grows by 1 a frame.</summary>
    public static float[] Bends { get; } = Make(true);

    private static float[] Make(bool bend)
    {
        // Steps of the integral: a fine grid of the response, summed from its beginning.
        const int Cells = Taps * Rows * Fine;
        var step = new double[Cells + 1];
        var ramp = new double[Cells + 1];
        const double Width = 1.0 / (Rows * Fine);
        for (var i = 0; i < Cells; i++)
        {
            step[i + 1] = step[i] + KaiserSinc.Value((i + 0.5) * Width - Delay, Delay, 0.5, 5.0) * Width;
        }

        for (var i = 0; i <= Cells; i++)
        {
            step[i] /= step[Cells];
        }

        for (var i = 0; i < Cells; i++)
        {
            ramp[i + 1] = ramp[i] + (step[i] + step[i + 1]) * 0.5 * Width;
        }

        var table = new float[(Rows + 1) * Taps];
        for (var row = 0; row <= Rows; row++)
        {
            for (var k = 0; k < Taps; k++)
            {
                // The edge lies at frame Delay - row / Rows of the taps; x is the distance behind it.
                var at = (k * Rows + row) * Fine;
                var x = k + (double)row / Rows - Delay;
                var naive = k >= Delay ? (bend ? x : 1) : 0;
                table[row * Taps + k] = (float)((bend ? ramp[Math.Min(at, Cells)] : step[Math.Min(at, Cells)]) - naive);
            }
        }

        return table;
    }
}
