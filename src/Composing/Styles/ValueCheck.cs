using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Checks the values files: what callers' words do.</summary>
internal static class ValueCheck
{
    private const double OwnShare = 0.6;

    /// <summary>Refuses effects out of range, unknown features and two words of a kind that do the same.</summary>
    public static void Effects(string kind, ImmutableSortedDictionary<string, Effect> effects)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, effect) in effects)
        {
            Feature(kind, word, effect.Feature);
            if (effect.Clamped() != effect)
            {
                throw new StyleException($"{kind} '{word}': a number is outside its range; see docs/styles.md.");
            }

            var vector = Vector(effect);
            if (!seen.TryAdd(vector, word))
            {
                throw new StyleException($"{kind} '{word}' does exactly what '{seen[vector]}' does.");
            }
        }
    }

    /// <summary>Refuses weights of styles that do not add up to 1.</summary>
    public static void Weights(string kind, string word, IEnumerable<double> weights)
    {
        if (Math.Abs(weights.Sum() - 1) > 1e-6)
        {
            throw new StyleException($"{kind} '{word}': the weights of its styles do not add up to 1.");
        }
    }

    /// <summary>Refuses a genre of songs whose own style is chosen in less than six of ten songs.</summary>
    public static void Own(string word, IEnumerable<double> weights)
    {
        if (weights.Max() < OwnShare)
        {
            throw new StyleException($"genre '{word}': its own style needs a weight of at least {OwnShare}.");
        }
    }

    /// <summary>Refuses instruments that could not be added to a style in 4/4.</summary>
    public static void Instruments(ImmutableSortedDictionary<string, InstrumentValue> instruments)
    {
        const int steps = 16;
        var host = new StyleSheet
        {
            Id = "instruments",
            Name = "instruments",
            Tempo = [60, 120],
            Modes = ImmutableDictionary<string, double>.Empty,
            Progressions = ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<string>>>.Empty,
            Drums = new DrumSheet(),
            Parts = [],
        };
        foreach (var (word, value) in instruments)
        {
            Feature("instrument", word, value.Feature);
            if (value.Drums is { } drums)
            {
                DrumCheck.Check(host with { Drums = drums }, steps);
            }
            else
            {
                PartCheck.Check(host, value, steps);
            }
        }
    }

    private static void Feature(string kind, string word, string feature)
    {
        if (!ValueFeatures.Names.Contains(feature))
        {
            throw new StyleException(
                $"{kind} '{word}': the feature '{feature}' is none of {string.Join(", ", ValueFeatures.Names)}."
            );
        }
    }

    private static string Vector(Effect effect) =>
        string.Join(
            ' ',
            effect
                .Styles.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}"))
        )
        + FormattableString.Invariant(
            $"|{effect.Tempo}|{effect.Minor}|{effect.Energy}|{effect.Density}|{effect.Register}|{effect.BrightDb}|{effect.ReverbDb}|{effect.Length}|{effect.Velocity}"
        );
}
