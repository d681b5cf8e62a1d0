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
    private readonly Replacement _replacement;

    /// <summary>An editor over a style library; it keeps no state between songs and may serve many threads.</summary>
    public SongEditor(StyleLibrary library, Pronouncer pronouncer)
    {
        var briefs = new EditBriefs(library, new Director(library));
        _library = library;
        _extension = new Extension(library, pronouncer, briefs);
        _replacement = new Replacement(library, pronouncer, briefs);
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

    /// <summary>
    /// The bars between two moments, snapped to the nearest bar lines and at least one, are written anew in the same material. All that
    /// starts before them or after them stays: notes, sung lines, tempos. A sung line that crosses a bar line is on the side on which
    /// its middle lies; a note struck at most 30 ms before a bar line was written on it.
    /// </summary>
    /// <param name="source">The song.</param>
    /// <param name="fromSeconds">Where the part starts, in seconds of the clip.</param>
    /// <param name="toSeconds">Where it ends.</param>
    /// <param name="brief">The new words; none keeps the words and gives them another tune. Seed and free text of the part.</param>
    /// <exception cref="BriefRefusedException">A moment is not in the clip, or the words need more bars.</exception>
    public Song Replace(Song source, double fromSeconds, double toSeconds, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        return _replacement.Write(new SourceSong(source, _library), fromSeconds, toSeconds, brief);
    }
}
