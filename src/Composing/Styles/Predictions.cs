using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>The data that predicts what a brief leaves open: the shape of values/predictions.json.</summary>
public sealed record Predictions
{
    /// <summary>For each vocal mood the words that speak for it.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> MoodWords { get; init; }

    /// <summary>For each vocal mood the genres that suit it, by weight.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<string, double>> MoodGenres { get; init; }

    /// <summary>For each vocal mood the timbres that suit it, by weight, by the house's names.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<string, double>> MoodTimbres { get; init; }

    /// <summary>For each vocal genre the mood taken when the words say nothing.</summary>
    public required ImmutableDictionary<string, string> GenreMoods { get; init; }
}
