using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>Notes of one voice, or of an accompaniment of several voices.</summary>
/// <param name="Notes">In rising time; of one voice one at a time, of several voices by rising key where they start together.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record NoteLine(ImmutableArray<NoteEstimate> Notes, double Confidence)
{
    /// <summary>No notes.</summary>
    public static NoteLine None { get; } = new([], 0);
}
