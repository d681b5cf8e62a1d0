using System.Collections.Immutable;

namespace Troubadour.Engine;

/// <summary>A song in words, before it is composed.</summary>
/// <param name="IsVocal">False when the words about it ask for an instrumental.</param>
/// <param name="Tags">Style, mood, tempo, instruments, voice: the most telling first.</param>
public sealed record SongPortrait(bool IsVocal, ImmutableArray<string> Tags);
