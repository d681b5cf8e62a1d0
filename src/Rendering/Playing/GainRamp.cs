using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>Gains of left, right, reverb and chorus that move linearly over a segment: at its frame i they are From + i * Slope.</summary>
/// <param name="From">At the segment's first frame.</param>
/// <param name="Slope">Change a frame.</param>
internal readonly record struct GainRamp(Vector128<float> From, Vector128<float> Slope)
{
    /// <summary>The ramp that would reach <paramref name="to"/> just after <paramref name="count"/> frames.</summary>
    public static GainRamp Between(Vector128<float> from, Vector128<float> to, int count) =>
        new(from, (to - from) * (1f / count));

    /// <summary>True if anything goes to reverb or chorus.</summary>
    public bool HasSends => (From.GetUpper() | Slope.GetUpper()) != Vector64<float>.Zero;
}
