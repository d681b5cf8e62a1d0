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
    private readonly Pronouncer _pronouncer;
    private readonly EditBriefs _briefs;
    private readonly Extension _extension;
    private readonly Replacement _replacement;
    private readonly Covering _covering;
    private readonly AddedVocals _vocals;
    private readonly AddedBacking _backing;
    private readonly SwappedVocals _swapped;

    /// <summary>An editor over a style library; it keeps no state between songs and may serve many threads.</summary>
    public SongEditor(StyleLibrary library, Pronouncer pronouncer)
    {
        var briefs = new EditBriefs(library, new Director(library));
        (_library, _pronouncer, _briefs) = (library, pronouncer, briefs);
        _extension = new Extension(library, pronouncer, briefs);
        _replacement = new Replacement(library, pronouncer, briefs);
        _covering = new Covering(library, pronouncer, briefs);
        _vocals = new AddedVocals(library, pronouncer, briefs);
        _backing = new AddedBacking(library, briefs);
        _swapped = new SwappedVocals(library, pronouncer, briefs);
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
        var song = Punching.Flat(_extension.Write(new SourceSong(source, _library), atSeconds, brief));
        return song with { Recording = source.Recording?.Until(song.From) };
    }

    /// <summary>The whole of an extended song, from its first beat.</summary>
    /// <exception cref="BriefRefusedException">The clip was not made by extending.</exception>
    public static Song Join(Song source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.From > 0
            ? Punching.Through(Whole(source), source.PunchIn, Whole)
            : throw new BriefRefusedException("this clip was not made by extending; there is nothing to join.");
    }

    /// <summary>
    /// The bars between two moments, snapped to the nearest bar lines and at least one, are written anew in the same material. All that
    /// starts before them or after them stays: notes, sung lines, tempos; and the sound stays too (<see cref="Song.PunchIn"/>). A sung line that crosses a bar line is on the side on which
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
        return Punching.Recorded(
            source,
            _replacement.Write(new SourceSong(source, _library), fromSeconds, toSeconds, brief)
        );
    }

    /// <summary>
    /// The same melody, words and form in another style. The melody keeps its place on the written grid and its intervals; all of it is
    /// transposed when the singer's gender changes or the voice would leave its range. For an instrumental the melody is what its
    /// melody instrument plays, whole octaves away where the new instrument lies elsewhere.
    /// </summary>
    /// <param name="source">The song.</param>
    /// <param name="brief">The style (genres, styles or free text; none keeps the song's own), the singer, and words that replace the
    /// song's line for line.</param>
    /// <param name="nearness">1 keeps tempo and chords; towards 0 the tempo goes to the style's own (.75 to 1.33 of the old) and the
    /// chords take its colours.</param>
    /// <exception cref="BriefRefusedException">Other words have more lines than the melody, or a line is too long for it.</exception>
    public Song Cover(Song source, SongBrief brief, double nearness)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        var song = _covering.Write(new SourceSong(source, _library), brief, nearness);
        return Punching.Flat(song with { Recording = null, TuneCents = 0 });
    }

    /// <summary>
    /// Somebody sings over an instrumental. Form, chords, tempo and players stay, but melody instruments rest where the voice is. Words
    /// are laid over sections of their kinds where they fit, else over the longest; what finds no room is not sung.
    /// </summary>
    /// <param name="source">The instrumental.</param>
    /// <param name="brief">The words, the singer and the seed.</param>
    /// <exception cref="BriefRefusedException">Somebody sings in it already, or there is nothing to sing.</exception>
    /// <exception cref="LyricsDoNotFitException">No section has room for the first words.</exception>
    public Song AddVocals(Song source, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        var song = _vocals.Write(new SourceSong(source, _library), brief);
        return Punching.Flat(song with { Recording = source.Recording?.AsBed() });
    }

    /// <summary>A new band in the brief's style under a voice; the sung notes, chords, form and tempo stay.</summary>
    /// <param name="source">A song that is sung; its parts may be empty.</param>
    /// <param name="brief">The style (none keeps the song's own) and the seed.</param>
    /// <exception cref="BriefRefusedException">Nobody sings in the source.</exception>
    public Song AddBacking(Song source, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        var song = _backing.Write(new SourceSong(source, _library), brief);
        return Punching.Flat(song with { Recording = source.Recording?.OnlyVoices() });
    }

    /// <summary>
    /// As <see cref="AddBacking"/>, in the source's rooms and under its balance: the voice stays as it sounded.
    /// </summary>
    /// <param name="source">A song that is sung.</param>
    /// <param name="brief">The style (none keeps the song's own) and the seed.</param>
    /// <exception cref="BriefRefusedException">Nobody sings in the source.</exception>
    public Song SwapSound(Song source, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        var swapped = AddBacking(source, brief) with { Mix = source.Mix, MixState = source.MixState };
        return Punching.Through(
            swapped,
            source.PunchIn,
            before =>
                before with
                {
                    Brief = swapped.Brief with { Lyrics = before.Lyrics },
                    Style = swapped.Style,
                    Groove = swapped.Groove,
                    Parts = swapped.Parts,
                    TakeSeed = before.TakeSeed ?? before.Brief.Seed,
                    Recording = before.Recording?.OnlyVoices(),
                }
        );
    }

    /// <summary>
    /// Another singer, or other words, over a backing that stays: players, chords, form, tempos, length, mix and its state. Without
    /// words of its own the brief gives the same words and rhythm to another singer, the melody whole octaves away where the singer
    /// needs it. Other words are laid over the sections that are sung in the clip, over their own kinds where there are, and bend the
    /// tunes that stood there; lines that stay the same are sung as they were. What has no room is not sung, a chorus without words of
    /// its own repeats the one before.
    /// </summary>
    /// <param name="source">A song that is sung.</param>
    /// <param name="brief">The singer (gender, timbre or free text; none takes another one than the source's, or with other words the
    /// same one), the words (none keeps them) and the seed.</param>
    /// <exception cref="BriefRefusedException">Nobody sings in the source, or no line of the new words fits.</exception>
    public Song SwapVocals(Song source, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        var swapped = _swapped.Write(new SourceSong(source, _library), brief) with
        {
            Recording = source.Recording?.OnlyBand(),
        };
        return Punching.Through(
            swapped,
            source.PunchIn,
            before =>
                before with
                {
                    Brief = swapped.Brief,
                    Voice = swapped.Voice,
                    Vocals = swapped.Vocals,
                    Lyrics = swapped.Lyrics,
                    PartLyrics = swapped.PartLyrics,
                    TakeSeed = swapped.TakeSeed,
                    Recording = before.Recording?.OnlyBand(),
                }
        );
    }

    /// <summary>
    /// The same tune with other words, for a song that was written by ear: its breaths are joined and parted until the lines fit. Where the tune
    /// is much longer than the words, they are sung again; harmonies are left out.
    /// </summary>
    /// <param name="source">A song that is sung.</param>
    /// <param name="lyrics">The words.</param>
    /// <exception cref="BriefRefusedException">Nobody sings in the source, or there are no words.</exception>
    public Song Worded(Song source, string lyrics)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lyrics);
        return new HeardTune(new SourceSong(source, _library), _pronouncer.For(lyrics)).With(LyricsReader.Read(lyrics));
    }

    /// <summary>The song with the style and the mix that a brief names; as it is where the brief names none.</summary>
    /// <param name="source">The song.</param>
    /// <param name="brief">Genre, styles or free text.</param>
    public Song Restyled(Song source, SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(brief);
        var song = new SourceSong(source, _library);
        var direction = _briefs.Direct(_briefs.Leave(source, brief), song.BpmAt(source.From));
        return source with
        {
            Style = direction.Style.Id,
            Groove = source.Groove ?? source.Style,
            Mix = Composer.Mix(direction),
        };
    }

    private static Song Whole(Song song) => song with { From = 0, PartLyrics = null };
}
