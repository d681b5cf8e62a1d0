using System.Collections.Immutable;

namespace Troubadour.Engine;

/// <summary>A sung line and its words.</summary>
public sealed record LineTime(string Text, double Start, double End, ImmutableArray<WordTime> Words);
