using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>The small words that turn meanings round: the shape of styles/words/grammar.json.</summary>
public sealed record Grammar
{
    /// <summary>Words that deny what follows: "no", "without".</summary>
    public required ImmutableArray<string> No { get; init; }

    /// <summary>Words that deny what stands before them: "free" in "drum-free".</summary>
    public required ImmutableArray<string> Free { get; init; }

    /// <summary>Words that end a denial: "but", "with".</summary>
    public required ImmutableArray<string> But { get; init; }

    /// <summary>Words before a genre that make it a flavour: "hint" in "a hint of jazz".</summary>
    public required ImmutableArray<string> Hint { get; init; }

    /// <summary>Words after a genre that make it a flavour: "influences".</summary>
    public required ImmutableArray<string> Influence { get; init; }

    /// <summary>Words before an instrument that rule out all others: "solo", "just".</summary>
    public required ImmutableArray<string> OnlyBefore { get; init; }

    /// <summary>Words after an instrument that rule out all others: "only", "alone".</summary>
    public required ImmutableArray<string> OnlyAfter { get; init; }
}
