using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Joins what a song was made from with what an edit of it asks for.</summary>
internal sealed class EditBriefs(StyleLibrary library, Director director)
{
    private readonly DescriptionReader _reader = new(library.Words);

    /// <summary>The brief of an edit that stays in the song's own material: its style, key and metre; words, seed and length are new.</summary>
    /// <param name="song">The source.</param>
    /// <param name="brief">What the edit asks for; its free text may add moods and instruments.</param>
    public SongBrief Stay(Song song, SongBrief brief)
    {
        var own = song.Brief;
        var told = Read(brief);
        var known = library.Styles.ContainsKey(song.Style);
        var sung = song.Voice is not null || !string.IsNullOrWhiteSpace(brief.Lyrics);
        var filled = director.Fill(brief);
        return own with
        {
            IsVocal = sung,
            Lyrics = brief.Lyrics,
            Description = Together(own.Description, brief.Description),
            Exclude = Together(own.Exclude, brief.Exclude),
            IsLiteral =
                brief.Description.Length == 0 ? own.IsLiteral
                : own.Description.Length == 0 ? brief.IsLiteral
                : own.IsLiteral && brief.IsLiteral,
            Genres = known && !own.Genres.IsEmpty ? own.Genres : filled.Genres,
            Moods =
                !brief.Moods.IsEmpty ? brief.Moods
                : own.Moods.IsEmpty ? filled.Moods
                : own.Moods,
            Instruments =
            [
                .. own.Instruments.Concat(brief.Instruments).Concat(told.Instruments).Distinct(StringComparer.Ordinal),
            ],
            Styles = known ? own.Styles.Clear().Add(song.Style, 1) : filled.Styles,
            Gender = song.Voice?.Gender ?? filled.Gender,
            Timbre = song.Voice?.Timbre ?? filled.Timbre,
            Seconds = brief.Seconds,
            Segments = brief.Segments,
            Key = song.Key,
            Meter = song.Meter,
            Chords = brief.Chords.IsEmpty ? own.Chords : brief.Chords,
            Seed = brief.Seed,
            MaterialSeed = brief.MaterialSeed ?? own.MaterialSeed ?? own.Seed,
            StyleStrength = brief.StyleStrength ?? own.StyleStrength,
            Weirdness = brief.Weirdness ?? own.Weirdness,
            LyricsStrength = brief.LyricsStrength ?? own.LyricsStrength,
            WordsWithin = null,
            Detail = own.Detail,
        };
    }

    /// <summary>
    /// The brief of an edit that takes the song into another style, which its genre, styles or free text name; without any it stays in
    /// its own.
    /// </summary>
    /// <param name="song">The source.</param>
    /// <param name="brief">What the edit asks for.</param>
    public SongBrief Leave(Song song, SongBrief brief)
    {
        var told = Read(brief);
        var named = !brief.Genres.IsEmpty || !brief.Styles.IsEmpty || !told.Styles.IsEmpty || !told.Genres.IsEmpty;
        var lyrics = string.IsNullOrWhiteSpace(brief.Lyrics) ? song.Lyrics : brief.Lyrics;
        var filled = director.Fill(brief with { IsVocal = song.Voice is not null, Lyrics = lyrics });
        var own = library.Styles.ContainsKey(song.Style) ? song.Brief.Styles.Clear().Add(song.Style, 1) : filled.Styles;
        return filled with
        {
            IsVocal = song.Voice is not null,
            Styles = named ? filled.Styles : own,
            Gender = brief.Gender ?? told.Gender ?? song.Voice?.Gender,
            Timbre = brief.Timbre ?? told.Timbre ?? song.Voice?.Timbre,
            Key = song.Key,
            Meter = song.Meter,
            Chords = song.Brief.Chords.Clear(),
            Segments = [],
            Seconds = null,
            LyricsStrength = brief.LyricsStrength ?? song.Brief.LyricsStrength,
            Part = song.Brief.Part,
            WordsWithin = null,
        };
    }

    /// <summary>What the free text of a brief says.</summary>
    public Reading Read(SongBrief brief) => _reader.ReadBrief(brief);

    /// <summary>The choices of an edit at a fixed tempo, in pulses a minute.</summary>
    public Direction Direct(SongBrief brief, double bpm)
    {
        var direction = director.Direct(brief with { Bpm = bpm });
        return direction with { Brief = brief };
    }

    /// <summary>The choices of an edit at the tempo that its brief asks for or its style likes.</summary>
    public Direction Direct(SongBrief brief) => director.Direct(brief);

    /// <summary>The brief as the edited song keeps it.</summary>
    /// <param name="song">The source.</param>
    /// <param name="brief">The brief that the edit was made from.</param>
    /// <param name="lyrics">The words of the whole song.</param>
    public static SongBrief Kept(Song song, SongBrief brief, string lyrics) =>
        brief with
        {
            Lyrics = lyrics,
            Styles = song.Brief.Styles,
            Key = song.Brief.Key,
            Meter = song.Brief.Meter,
            Chords = song.Brief.Chords,
            Segments = [],
            Seconds = null,
        };

    private static string Together(string own, string more) =>
        own.Contains(more, StringComparison.OrdinalIgnoreCase) ? own
        : own.Length == 0 ? more
        : own + ", " + more;
}
