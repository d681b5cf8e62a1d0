using System.Collections.Immutable;
using System.Text.Json;

namespace Troubadour.Composing.Measures;

/// <summary>How human music measures: statistics of the corpora, computed once and kept as data.</summary>
public sealed record HumanReference
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Distributions over songs by measure.</summary>
    public required ImmutableSortedDictionary<string, Distribution> Measures { get; init; }

    /// <summary>Pooled values of lyric measures: all syllables of all songs as one piece.</summary>
    public required ImmutableSortedDictionary<string, double> Pooled { get; init; }

    /// <summary>Shares of intervals, durations, phrase ends and phrase lengths by table and by entry.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Tables { get; init; }

    /// <summary>Measures of sung melodies by tempo group (<see cref="TempoGroups"/>), the slowest first.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<QuantileCurve>> Tempi { get; init; }

    /// <summary>The figures that come with the program.</summary>
    public static HumanReference Shipped()
    {
        using var stream =
            typeof(HumanReference).Assembly.GetManifestResourceStream("human.json")
            ?? throw new InvalidOperationException("The human figures are not part of this build.");
        return JsonSerializer.Deserialize<HumanReference>(stream, Json)!;
    }

    /// <summary>Writes the figures as JSON.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}
