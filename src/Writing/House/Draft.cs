using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>Lyrics with what the writer knows of them.</summary>
internal sealed record Draft(string Title, string Theme, ImmutableArray<Section> Sections)
{
    /// <summary>The lyrics as callers get them.</summary>
    public WrittenLyrics Written() =>
        new(
            Title,
            string.Join(
                "\n\n",
                Sections.Select(section => $"[{section.Kind}]\n{string.Join('\n', section.Stanza.Lines)}")
            )
        );
}
