using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Words at their places in a song.</summary>
/// <param name="Sections">The song's sections with the lines that are sung in them.</param>
/// <param name="Rows">The words as they are shown, tags by their kinds.</param>
internal sealed record LaidWords(ImmutableArray<PlannedSection> Sections, ImmutableArray<string> Rows);
