namespace Troubadour.Writing;

/// <summary>A stanza in its place.</summary>
/// <param name="Kind">The tag: Verse, Pre-Chorus, Chorus, Bridge.</param>
/// <param name="Stanza">What is sung.</param>
internal sealed record Section(string Kind, Stanza Stanza);
