namespace Troubadour.Composing;

/// <summary>How a style's melody instruments behave beside a voice, and with each other.</summary>
public sealed record LeadSheet
{
    /// <summary>Share of the voice's longer rests that are answered, 0 to 1.</summary>
    public double Answers { get; init; } = 0.6;

    /// <summary>Share of sections, where energy allows, in which counter parts play, 0 to 1.</summary>
    public double Counter { get; init; } = 0.5;

    /// <summary>Chance that intro, breaks and outro take up the chorus's tune, 0 to 1.</summary>
    public double Hook { get; init; } = 0.6;

    /// <summary>Grace notes, turns and slides, 0 none to 1 many.</summary>
    public double Ornaments { get; init; }
}
