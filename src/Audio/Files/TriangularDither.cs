namespace Troubadour.Audio;

/// <summary>
/// Triangular dither of two quantisation steps peak to peak (Lipshitz, Wannamaker and Vanderkooy 1992): the error left after rounding has
/// a constant power and no tie to the signal. SplitMix64 numbers from a seed. Exact zeros stay zeros, so that digital silence is silent.
/// </summary>
public sealed class TriangularDither
{
    private const ulong Step = 0x9E3779B97F4A7C15UL;

    private ulong _state;

    /// <summary>Starts at a seed; two channels want two seeds.</summary>
    public TriangularDither(long seed)
    {
        _state = unchecked((ulong)seed);
    }

    /// <summary>The 16-bit value of a sample at full scale ±1; what is louder is clipped.</summary>
    public short Quantise(float sample)
    {
        var noise = Next();
        if (sample == 0)
        {
            return 0;
        }

        var value = Math.Floor(sample * 32768.0 + noise + 0.5);
        return value switch
        {
            >= 32767 => 32767,
            <= -32768 => -32768,
            _ => double.IsNaN(value) ? (short)0 : (short)value,
        };
    }

    /// <summary>Goes on as if so many samples had been quantised.</summary>
    public void Skip(long samples) => _state = unchecked(_state + Step * (ulong)samples);

    private double Next()
    {
        unchecked
        {
            _state += Step;
            var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return ((double)(uint)z - (uint)(z >> 32)) * (1.0 / 4294967296.0);
        }
    }
}
