using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>Notes of one voice, one at a time.</summary>
/// <param name="Notes">In rising time.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record NoteLine(ImmutableArray<NoteEstimate> Notes, double Confidence);
