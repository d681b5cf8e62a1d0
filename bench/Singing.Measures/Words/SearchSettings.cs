namespace Troubadour.Singing.Measures;

/// <summary>How pocketsphinx searches.</summary>
/// <param name="Vocabulary">A free loop over these words; null for the open trigram model.</param>
/// <param name="Penalty">Word insertion penalty, as pocketsphinx takes it ("1e-8"): smaller means fewer words.</param>
/// <param name="Beams">The three beams, as arguments.</param>
public sealed record SearchSettings(IReadOnlyCollection<string>? Vocabulary, string Penalty, string Beams)
{
    /// <summary>Frames a second: 100 is what the models were trained with; fewer listen to slow sounds as if they were quicker.</summary>
    public int Frames { get; init; } = 100;

    /// <summary>Beams so wide that no word is lost in search.</summary>
    public const string WideBeams = "-beam 1e-80 -pbeam 1e-80 -wbeam 1e-60";

    /// <summary>Beams that lose nothing with the trigram model, in a third of the time; a free loop loses most words with them.</summary>
    public const string NarrowBeams = "-beam 1e-56 -pbeam 1e-56 -wbeam 1e-40";
}
