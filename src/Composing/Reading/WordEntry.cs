using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Words that mean the same, and what they mean: an entry of a file in styles/words. See docs/styles.md.</summary>
public sealed record WordEntry
{
    /// <summary>Words and phrases; case, punctuation and hyphens do not matter, a plural need not be written.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>Styles by weight.</summary>
    public ImmutableSortedDictionary<string, double> Styles { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>True when the styles count only beside a genre that has them, or when no genre is named.</summary>
    public bool Leans { get; init; }

    /// <summary>A genre of instrumentals by the contract's name.</summary>
    public string? Genre { get; init; }

    /// <summary>A mood of instrumentals by the contract's name.</summary>
    public string? Mood { get; init; }

    /// <summary>The mood of songs that comes nearest to <see cref="Mood"/>, by the contract's name.</summary>
    public string? SongMood { get; init; }

    /// <summary>A theme by the contract's name.</summary>
    public string? Theme { get; init; }

    /// <summary>An instrument by the contract's name.</summary>
    public string? Instrument { get; init; }

    /// <summary>The instrument that is meant when this one's own sound is unwanted.</summary>
    public string? Or { get; init; }

    /// <summary>True when the instrument is meant to play alone.</summary>
    public bool Alone { get; init; }

    /// <summary>What "no" before these words takes out.</summary>
    public Removal? Removes { get; init; }

    /// <summary>Instruments that these words rule out, by contract name or by the first word of their entry.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Slowest and fastest tempo.</summary>
    public ImmutableArray<double> Tempo { get; init; } = [];

    /// <summary>major or minor.</summary>
    public string? Mode { get; init; }

    /// <summary>A time signature.</summary>
    public string? Meter { get; init; }

    /// <summary>The singer's gender.</summary>
    public Gender? Gender { get; init; }

    /// <summary>The singer's timbre.</summary>
    public Timbre? Timbre { get; init; }

    /// <summary>True when the words mean this only in front of words of singing: "warm" in "warm female vocals".</summary>
    public bool BesideVoice { get; init; }

    /// <summary>How the energy goes.</summary>
    public Arc? Arc { get; init; }

    /// <summary>True for words of singing, false for words that want none.</summary>
    public bool? Vocal { get; init; }

    /// <summary>What it does to a style.</summary>
    public Effect? Effect { get; init; }

    /// <summary>The name under which the instrument is ruled out.</summary>
    public string Name => Instrument ?? Words[0];
}
