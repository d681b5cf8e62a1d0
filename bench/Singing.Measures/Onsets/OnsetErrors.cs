namespace Troubadour.Singing.Measures;

/// <summary>How far vowels start from where they should.</summary>
/// <param name="Vowels">How many were compared.</param>
/// <param name="Unaligned">Takes that could not be aligned.</param>
/// <param name="Bias">Median of the signed errors in milliseconds: above 0 is late.</param>
/// <param name="Absolute">Median of the errors' sizes in milliseconds.</param>
/// <param name="Centred">Median of the sizes in milliseconds, once the aligner's own bias is taken off.</param>
public readonly record struct OnsetErrors(int Vowels, int Unaligned, double Bias, double Absolute, double Centred)
{
    /// <summary>Compares takes.</summary>
    /// <param name="takes">Heard and wanted starts of each take, in seconds; nothing heard means unaligned.</param>
    /// <param name="alignerBias">The aligner's own median error in milliseconds, measured on speech with known labels.</param>
    public static OnsetErrors Of(
        IEnumerable<(IReadOnlyList<double> Heard, IReadOnlyList<double> Wanted)> takes,
        double alignerBias
    )
    {
        ArgumentNullException.ThrowIfNull(takes);
        var all = takes.ToArray();
        var errors = all.Where(t => t.Heard.Count == t.Wanted.Count)
            .SelectMany(t => t.Heard.Zip(t.Wanted, (heard, wanted) => 1000 * (heard - wanted)))
            .ToArray();
        return new OnsetErrors(
            errors.Length,
            all.Count(t => t.Heard.Count != t.Wanted.Count),
            Median.Of(errors),
            Median.Of(errors.Select(Math.Abs)),
            Median.Of(errors.Select(e => Math.Abs(e - alignerBias)))
        );
    }
}
