using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lets somebody sing over an instrumental: form, chords, tempo and players stay; melody instruments rest where the voice is.</summary>
internal sealed class AddedVocals(StyleLibrary library, Pronouncer pronouncer, EditBriefs briefs)
{
    private const int Breath = 2 * Ticks.PerSixteenth;
    private readonly Studio _studio = new(library);

    /// <summary>The song with its voice.</summary>
    /// <exception cref="BriefRefusedException">Somebody sings in it already, or there is nothing to sing.</exception>
    /// <exception cref="LyricsDoNotFitException">No section has room for the first words.</exception>
    public Song Write(SourceSong source, SongBrief brief)
    {
        var song = source.Song;
        ImmutableArray<LyricSection> lyrics =
        [
            .. LyricsReader.Read(brief.Lyrics).Where(section => !section.IsInstrumental),
        ];
        if (song.Voice is not null)
        {
            throw new BriefRefusedException("somebody sings in this clip already.");
        }

        if (lyrics.IsEmpty)
        {
            throw new BriefRefusedException("lyrics: there is nothing to sing.");
        }

        var bpm = source.BpmAt(song.From);
        var stay = briefs.Stay(song, brief) with
        {
            Bpm = song.Brief.Bpm,
            Segments = [],
            Seconds = null,
            Detail = brief.Detail,
        };
        var direction = source.InGroove(briefs.Direct(stay, bpm));
        var sections = new WordsOverSections(source, new LineFitter(direction, pronouncer.For(brief.Lyrics)), bpm).Lay(
            lyrics
        );
        var form = source.Form(sections, bpm);
        var take = _studio.Record(direction, form, new Harmony(song.Chords), TuneMemory.Empty);
        var text = string.Join('\n', Rows(sections, lyrics));
        var edited = song with
        {
            Brief = EditBriefs.Kept(song, stay, text) with { Seconds = song.Brief.Seconds },
            Title = song.Title.Length == 0 ? lyrics[0].Lines[0].Shown : song.Title,
            Parts = [.. song.Parts.Select(part => part.Role == PartRole.Lead ? Rest(part, take.Vocals) : part)],
            Voice = Singers.Of(stay),
            Vocals = take.Vocals,
            Lyrics = text,
            TakeSeed = null,
            MixState = null,
        };
        edited = edited with { Parts = [.. edited.Parts.Where(part => !part.Notes.IsEmpty)] };
        return song.From == 0 ? edited : edited with { PartLyrics = SungText.PartOf(new SourceSong(edited, library)) };
    }

    private static IEnumerable<string> Rows(
        ImmutableArray<PlannedSection> sections,
        ImmutableArray<LyricSection> lyrics
    )
    {
        var last = -1;
        foreach (var section in sections.Where(section => section.IsSung))
        {
            if (section.Source != last)
            {
                last = section.Source;
                var kind = lyrics[last].Kind;
                yield return kind == "pre-chorus" ? "[bridge]" : $"[{kind}]";
            }

            foreach (var line in section.Lines)
            {
                yield return line.Text;
            }
        }
    }

    // A melody instrument leaves the voice its time, and a breath before it.
    private static Part Rest(Part part, ImmutableArray<VocalPhrase> vocals)
    {
        var taken = vocals
            .Where(phrase => phrase.Layer == VoiceLayer.Lead)
            .Select(phrase =>
                (From: phrase.Notes[0].Tick - Breath, To: phrase.Notes[^1].Tick + phrase.Notes[^1].Length)
            )
            .ToList();
        var notes = part
            .Notes.Where(note => !taken.Exists(time => note.Tick >= time.From && note.Tick < time.To))
            .Select(note =>
            {
                var next = taken
                    .Where(time => time.From > note.Tick)
                    .Select(time => time.From)
                    .DefaultIfEmpty(int.MaxValue);
                return note with { Length = Math.Min(note.Length, next.Min() - note.Tick) };
            });
        return part with { Notes = [.. notes] };
    }
}
