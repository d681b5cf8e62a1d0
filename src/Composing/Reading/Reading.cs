using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What a free text says about music. Everything it does not say is empty or null.</summary>
public sealed record Reading
{
    /// <summary>A text that says nothing.</summary>
    public static Reading Nothing { get; } = new();

    /// <summary>Styles by weight, all above 0; the heaviest is what the text names most.</summary>
    public ImmutableSortedDictionary<string, double> Styles { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Instrumental genres by the contract's names, in the text's order.</summary>
    public ImmutableArray<string> Genres { get; init; } = [];

    /// <summary>Moods by the contract's names for instrumentals, in the text's order.</summary>
    public ImmutableArray<string> Moods { get; init; } = [];

    /// <summary>Themes by the contract's names, in the text's order.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>Instruments wanted, by the contract's names, in the text's order.</summary>
    public ImmutableArray<string> Instruments { get; init; } = [];

    /// <summary>Instruments beside which no other may sound; empty when the text does not limit them.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Instruments that must not sound, by their names in the word lists.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>What that takes out of an arrangement.</summary>
    public Removal Removal { get; init; } = new();

    /// <summary>The tempo in pulses a minute, when the text gives a number.</summary>
    public double? Bpm { get; init; }

    /// <summary>Slowest and fastest tempo, when the text gives a range or a word such as "slow".</summary>
    public (double Slowest, double Fastest)? Pace { get; init; }

    /// <summary>True when the pace was given in numbers, false when a word such as "slow" gave it.</summary>
    public bool PaceIsNumber { get; init; }

    /// <summary>The key.</summary>
    public Key? Key { get; init; }

    /// <summary>True for minor, false for major, null when only a key or nothing is said.</summary>
    public bool? IsMinor { get; init; }

    /// <summary>The time signature.</summary>
    public Meter? Meter { get; init; }

    /// <summary>The singer's gender.</summary>
    public Gender? Gender { get; init; }

    /// <summary>The singer's timbre.</summary>
    public Timbre? Timbre { get; init; }

    /// <summary>How the energy goes.</summary>
    public Arc Arc { get; init; }

    /// <summary>False when the text wants nobody to sing, true when it speaks of a voice.</summary>
    public bool? IsVocal { get; init; }

    /// <summary>What words without a name of their own do ("dark", "airy", "1980s"), inside the ranges of an effect.</summary>
    public Effect Effect { get; init; } = Effect.None;
}
