using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Gives a song another singer, or other words, over a backing that stays: players, chords, form, tempo and length.</summary>
internal sealed class SwappedVocals(StyleLibrary library, Pronouncer pronouncer, EditBriefs briefs)
{
    private readonly Studio _studio = new(library);

    /// <summary>The song with its new voice.</summary>
    /// <exception cref="BriefRefusedException">Nobody sings in the source, or no line of the new words fits it.</exception>
    public Song Write(SourceSong source, SongBrief brief)
    {
        if (source.Song.Voice is not { } own || source.Leads.IsEmpty)
        {
            throw new BriefRefusedException("nobody sings in this clip: there is no voice to swap.");
        }

        var lyrics = Sung(brief.Lyrics);
        var told = briefs.Read(brief);
        var (gender, timbre) = (brief.Gender ?? told.Gender, brief.Timbre ?? told.Timbre);
        if (!lyrics.IsEmpty && IsNew(source, lyrics))
        {
            var asked = Singers.Changed(own, gender, timbre, brief.Seed);
            return Reworded(
                asked == own ? source : new SourceSong(Given(source, brief, asked), library),
                brief,
                lyrics
            );
        }

        var other = new OctaveShift(source, own.Gender == Gender.Female ? Gender.Male : Gender.Female);
        var random = new RandomStream(brief.Seed, "singer");
        return Given(source, brief, SingerChoice.Another(own, gender, timbre, other.Reaches, random));
    }

    private static ImmutableArray<LyricSection> Sung(string lyrics) =>
        [.. LyricsReader.Read(lyrics).Where(section => !section.IsInstrumental)];

    // The words of the clip or of the whole song are the song's own words.
    private static bool IsNew(SourceSong source, ImmutableArray<LyricSection> lyrics)
    {
        var letters = Letters(lyrics.SelectMany(section => section.Lines).Select(line => line.Text));
        var clip = source.Leads.Where(phrase => SourceSong.Middle(phrase) >= source.Song.From);
        return letters.Length > 0
            && letters != Letters(source.Leads.Select(phrase => phrase.Text))
            && letters != Letters(clip.Select(phrase => phrase.Text));
    }

    private static string Letters(IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // The same notes and words, sung by somebody else: all takes are new.
    private Song Given(SourceSong source, SongBrief brief, VoiceSpec voice)
    {
        var song = source.Song;
        var kept = Kept(song, brief, song.Lyrics) with { Gender = voice.Gender, Timbre = voice.Timbre };
        return song with
        {
            Brief = kept,
            Voice = voice,
            Vocals = new OctaveShift(source, voice.Gender).Move(song.Vocals),
            TakeSeed = brief.Seed,
        };
    }

    private SongBrief Kept(Song song, SongBrief brief, string lyrics) =>
        EditBriefs.Kept(song, briefs.Stay(song, brief) with { Bpm = song.Brief.Bpm }, lyrics) with
        {
            Seconds = song.Brief.Seconds,
            Segments = song.Brief.Segments,
        };

    private Song Reworded(SourceSong source, SongBrief brief, ImmutableArray<LyricSection> lyrics)
    {
        var song = source.Song;
        var bpm = source.BpmAt(song.From);
        var stay = briefs.Stay(song, brief) with { Bpm = song.Brief.Bpm, Segments = [], Seconds = null };
        var direction = source.InGroove(briefs.Direct(stay, bpm));
        var laid = new WordsOverTunes(source, new TuneRoom(source, direction, pronouncer.For(brief.Lyrics), bpm)).Lay(
            lyrics
        );
        var form = source.Form(laid.Sections, bpm);
        var take = _studio.Record(direction, form, new Harmony(song.Chords), new SourceTunes(source, bpm).Hear());
        var text = string.Join('\n', new SungText(source).Before(Before(source)).Concat(laid.Rows));
        return song with
        {
            Brief = Kept(song, brief, text),
            Vocals = SungLines.Join(take.Vocals, form, song.Vocals, phrase => phrase),
            Lyrics = text,
            PartLyrics = song.From > 0 ? string.Join('\n', laid.Rows) : null,
            TakeSeed = song.TakeSeed ?? song.Brief.Seed,
        };
    }

    // Lines that are sung before the clip starts.
    private static int Before(SourceSong source) =>
        source
            .Song.Sections.Where(section => section.Tick < source.Song.From)
            .Sum(section => source.LeadsIn(section.Tick, section.Tick + section.Length).Count());
}
