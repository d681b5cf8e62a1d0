using System.Collections.Immutable;
using Troubadour.Analysis;

namespace Troubadour.Alignment;

/// <summary>What is known of a recording already.</summary>
public sealed record AlignmentHints
{
    /// <summary>Nothing is known.</summary>
    public static AlignmentHints None { get; } = new();

    /// <summary>Where a voice is heard, in rising time (<see cref="VocalActivity.Spans"/>); empty: it is judged by loudness.</summary>
    public ImmutableArray<TimeSpanSeconds> Voiced { get; init; } = [];

    /// <summary>The notes of the sung tune, in rising time (<see cref="MelodyFacts.Notes"/>); empty: the words are sung on one note.</summary>
    public ImmutableArray<NoteEstimate> Melody { get; init; } = [];
}
