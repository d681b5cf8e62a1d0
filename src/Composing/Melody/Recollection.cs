namespace Troubadour.Composing;

/// <summary>What a draft has sung so far and sings again.</summary>
/// <param name="Tunes">The first tune of each kind of section.</param>
/// <param name="ByText">Lines by their words.</param>
/// <param name="ByEnd">Lines by their last four words.</param>
internal sealed record Recollection(
    SortedDictionary<string, SectionTune> Tunes,
    Dictionary<string, LineShape> ByText,
    Dictionary<string, LineShape> ByEnd
)
{
    /// <summary>What a draft knows at its start.</summary>
    public static Recollection Of(TuneMemory memory) =>
        new(memory.SungTunes(), memory.ByText(), new Dictionary<string, LineShape>(StringComparer.OrdinalIgnoreCase));
}
