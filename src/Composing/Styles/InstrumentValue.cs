namespace Troubadour.Composing;

/// <summary>What an asked-for instrument brings: a part that fits any style in 4/4, or drum rows laid over the groove.</summary>
public sealed record InstrumentValue : PartSheet
{
    /// <summary>The measured feature on which the word shows; a name of <see cref="ValueFeatures"/>.</summary>
    public string Feature { get; init; } = "";

    /// <summary>Drum rows, for the role Drums.</summary>
    public DrumSheet? Drums { get; init; }
}
