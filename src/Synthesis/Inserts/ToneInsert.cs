using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Shelves, peaks and passes of the second order.</summary>
internal sealed class ToneInsert(InsertSheet sheet, int rate) : Insert
{
    private readonly StereoBiquadChain _chain = new(Coefficients(sheet, rate));

    /// <inheritdoc/>
    public override void Reset() => _chain.Reset();

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right) => _chain.Process(left, right);

    private static BiquadCoefficients Coefficients(InsertSheet sheet, int rate)
    {
        var hertz = Math.Min(sheet.Rate, rate * 0.45);
        return sheet.Kind switch
        {
            InsertKind.Peak => BiquadCoefficients.Peak(hertz, sheet.Q, sheet.Gain, rate),
            InsertKind.LowShelf => BiquadCoefficients.LowShelf(hertz, sheet.Q, sheet.Gain, rate),
            InsertKind.HighShelf => BiquadCoefficients.HighShelf(hertz, sheet.Q, sheet.Gain, rate),
            InsertKind.LowPass => BiquadCoefficients.LowPass(hertz, sheet.Q, rate),
            _ => BiquadCoefficients.HighPass(hertz, sheet.Q, rate),
        };
    }
}
