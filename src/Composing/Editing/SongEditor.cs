using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Edits of composed songs. Each takes a song and gives a song; the same song and brief give the same edit. Times are seconds of the
/// source's clip: a song with <see cref="Song.From"/> above 0 starts there.
/// </summary>
public sealed class SongEditor
{
    private readonly StyleLibrary _library;
    private readonly Extension _extension;

    /// <summary>An editor over a style library; it keeps no state between songs and may serve many threads.</summary>
    public SongEditor(StyleLibrary library, Pronouncer pronouncer)
    {
        var briefs = new EditBriefs(library, new Director(library));
        _library = library;
        _extension = new Extension(library, pronouncer, briefs);
    }

    /// <summary>
    /// The song goes on with other words: the source up to the bar line nearest to a moment, never later than its ending, and a new
    /// part in the same key, metre, tempo, voice and material, with an ending of its own. What is new starts at <see cref="Song.From"/>.
    /// </summary>
    /// <param name="source">The song.</param>
    /// <param name="atSeconds">Where it goes on, in seconds of its clip; at or beyond the end is its ending.</param>
    /// <param name="brief">Words (none for an instrumental continuation), length, seed and free text of the new part.</param>
    /// <exception cref="BriefRefusedException">The moment is not in the clip, or wishes exclude each other.</exception>
    /// <exception cref="LyricsDoNotFitException">Not even the first section fits the length asked for.</exception>
    public Song Extend(Song source, double atSeconds, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        return _extension.Write(new SourceSong(source, _library), atSeconds, brief);
    }

    /// <summary>The whole of an extended song, from its first beat.</summary>
    /// <exception cref="BriefRefusedException">The clip was not made by extending.</exception>
    public static Song Join(Song source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.From > 0
            ? source with
            {
                From = 0,
                PartLyrics = null,
            }
            : throw new BriefRefusedException("this clip was not made by extending; there is nothing to join.");
    }
}
