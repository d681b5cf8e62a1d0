using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>A theme as its file writes it.</summary>
internal sealed record ThemeFile
{
    /// <summary>Words and phrases, parted by commas.</summary>
    public string Triggers { get; init; } = "";

    /// <summary>-1, 0 or 1.</summary>
    public int Mood { get; init; }

    /// <summary>How much a trigger counts: more than 1 where the subject decides what the whole song is.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Who is spoken to.</summary>
    public string You { get; init; } = "none";

    /// <summary>"line / line".</summary>
    public ImmutableArray<string> Couplets { get; init; } = [];

    /// <summary>"line / line / line / line".</summary>
    public ImmutableArray<string> Quatrains { get; init; } = [];

    /// <summary>"line / line".</summary>
    public ImmutableArray<string> Lifts { get; init; } = [];

    /// <summary>"Title: line / line / line / line".</summary>
    public ImmutableArray<string> Choruses { get; init; } = [];

    /// <summary>"line / line / line / line".</summary>
    public ImmutableArray<string> Bridges { get; init; } = [];

    /// <summary>The theme, its blocks read.</summary>
    /// <exception cref="FormatException">A block cannot be sung.</exception>
    public Theme Read(string name, Scanner scanner)
    {
        ImmutableArray<Block> Blocks(ImmutableArray<string> texts, bool isTitled = false) =>
            [.. texts.Select(text => new Block(text, isTitled, scanner))];
        var triggers = Triggers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Theme(
            name,
            [.. triggers],
            Mood,
            Weight,
            You,
            Blocks(Couplets),
            Blocks(Quatrains),
            Blocks(Lifts),
            Blocks(Choruses, isTitled: true),
            Blocks(Bridges)
        );
    }
}
