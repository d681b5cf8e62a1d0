using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Troubadour.Composing;

/// <summary>A genre as a musician writes it down: the shape of a file in the styles folder. See docs/styles.md for every field.</summary>
public sealed record StyleSheet
{
    /// <summary>The file's name without its ending.</summary>
    public required string Id { get; init; }

    /// <summary>A name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The family whose fills it shares: the name of a file in styles/fills.</summary>
    public string Family { get; init; } = "pop";

    /// <summary>Slowest and fastest usual tempo in pulses a minute.</summary>
    public required ImmutableArray<double> Tempo { get; init; }

    /// <summary>Time signature.</summary>
    public string Meter { get; init; } = "4/4";

    /// <summary>Share of a pair of swung notes that the first one takes: .5 straight to .67 triplet.</summary>
    public double Swing { get; init; } = 0.5;

    /// <summary>What swings: 8 or 16.</summary>
    public int SwingUnit { get; init; } = 16;

    /// <summary>Mode names and their weights.</summary>
    public required ImmutableDictionary<string, double> Modes { get; init; }

    /// <summary>
    /// Progressions by "major" or "minor" and then by section kind. A progression is Roman numerals, a bar each, split by spaces; a
    /// bar with two chords joins them by a comma. A section kind that is missing takes the verse's.
    /// </summary>
    public required ImmutableDictionary<
        string,
        ImmutableDictionary<string, ImmutableArray<string>>
    > Progressions { get; init; }

    /// <summary>
    /// 0 to .9: how much is added to plain progressions. Songs differ around one and a half times this chance that a bar is dressed
    /// (inversions, suspensions, secondary dominants, turns); a second half of four bars of its own is likelier with it, too.
    /// </summary>
    public double Colour { get; init; } = 0.4;

    /// <summary>The drums.</summary>
    public required DrumSheet Drums { get; init; }

    /// <summary>The fills of its family.</summary>
    [JsonIgnore]
    public FillSheet Fills { get; init; } = new();

    /// <summary>How its drummer plays; null for exactly as written.</summary>
    [JsonIgnore]
    public DrumFeel? Drummer { get; init; }

    /// <summary>The bass; null for none.</summary>
    public PartSheet? Bass { get; init; }

    /// <summary>The other instruments.</summary>
    public required ImmutableArray<PartSheet> Parts { get; init; }

    /// <summary>How its tunes move.</summary>
    public MelodySheet Melody { get; init; } = new();

    /// <summary>How its melody instruments answer and accompany the tune.</summary>
    public LeadSheet Lead { get; init; } = new();

    /// <summary>How its singers sing.</summary>
    public VocalSheet Vocal { get; init; } = new();

    /// <summary>How its songs are laid out.</summary>
    public FormSheet Form { get; init; } = new();

    /// <summary>What its swells, hits and noises are played by.</summary>
    public EffectsSheet Effects { get; init; } = new();

    /// <summary>How its records are mixed.</summary>
    public Music.MixPlan Mix { get; init; } = new();
}
