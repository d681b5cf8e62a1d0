using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Writes the bars between two moments anew; what starts before or after them stays as it is.</summary>
internal sealed class Replacement(StyleLibrary library, Pronouncer pronouncer, EditBriefs briefs)
{
    private readonly Studio _studio = new(library);

    /// <summary>The song with other words between two moments, or with the same words to another tune.</summary>
    public Song Write(SourceSong source, double fromSeconds, double toSeconds, SongBrief brief)
    {
        var song = source.Song;
        var (from, to) = Bars(source, fromSeconds, toSeconds);
        var bpm = source.BpmAt(from);
        var stay = briefs.Stay(song, brief) with { Bpm = song.Brief.Bpm, Segments = [], Seconds = null };
        var direction = source.InGroove(briefs.Direct(stay, bpm));
        var lines = new ReplacedLines(source, new LineFitter(direction, pronouncer.For(brief.Lyrics)), from, to);
        var lyrics = LyricsReader.Read(brief.Lyrics);
        var same = lyrics.All(section => section.IsInstrumental);
        var form = source.Form(same ? lines.Same() : Usual(lines.With(lyrics)), bpm);
        var kinds = song
            .Sections.Where(section => section.Tick < to && section.Tick + section.Length > from)
            .Select(section => section.Kind);
        var memory = new SourceTunes(source, bpm).Hear(same ? [.. kinds] : [], from, to);
        var take = _studio.Record(direction, form, new Harmony(song.Chords), memory);
        return Joined(source, from, to, direction.Brief, form, take, same);
    }

    // Other words are sung to the tune that the kind of section has elsewhere.
    private static ImmutableArray<PlannedSection> Usual(ImmutableArray<PlannedSection> sections) =>
        [.. sections.Select(section => section with { IsFresh = false })];

    private static (int From, int To) Bars(SourceSong source, double fromSeconds, double toSeconds)
    {
        var end = Math.Min(toSeconds, source.ClipSeconds);
        source.CheckMoment(fromSeconds, "the part to replace");
        source.CheckMoment(end, "the part to replace");
        var first = (source.Song.From + source.Bar - 1) / source.Bar * source.Bar;
        var last = source.End / source.Bar * source.Bar;
        if (!(fromSeconds < end) || last - first < source.Bar || fromSeconds > source.Seconds(last) - 1e-6)
        {
            throw new BriefRefusedException(
                "the part to replace must end after it starts and start before the song's last chord."
            );
        }

        var from = Math.Clamp(source.BarLine(fromSeconds), first, last - source.Bar);
        return (from, Math.Clamp(source.BarLine(end), from + source.Bar, last));
    }

    private Song Joined(SourceSong source, int from, int to, SongBrief brief, FormPlan form, Take take, bool same)
    {
        var song = source.Song;
        var text = same ? song.Lyrics : string.Join('\n', Text(source, from, to, form));
        var edited = song with
        {
            Brief = EditBriefs.Kept(song, brief, text) with { Seconds = song.Brief.Seconds },
            Parts = new Splice(source.Map, from, to).Join(song.Parts, take.Parts),
            Voice = song.Voice ?? (brief.IsVocal ? Singers.Of(brief) : null),
            Vocals = SungLines.Join(take.Vocals, form, song.Vocals, phrase => phrase),
            Lyrics = text,
            TakeSeed = song.TakeSeed ?? song.Brief.Seed,
        };
        edited = Punching.Over(song, edited, from, to);
        return same || song.From == 0
            ? edited
            : edited with
            {
                PartLyrics = SungText.PartOf(new SourceSong(edited, library)),
            };
    }

    private static IEnumerable<string> Text(SourceSong source, int from, int to, FormPlan form)
    {
        var text = new SungText(source);
        var before = source.Leads.Count(phrase => SourceSong.Middle(phrase) < from);
        var until = source.Leads.Count(phrase => SourceSong.Middle(phrase) < to);
        foreach (var row in text.Before(before))
        {
            yield return row;
        }

        foreach (var section in form.Sections)
        {
            for (var i = 0; i < section.Lines.Length; i++)
            {
                if (section.Lines[i].Given is not null)
                {
                    continue;
                }

                if (i == 0)
                {
                    yield return section.Kind == "pre-chorus" ? "[bridge]" : $"[{section.Kind}]";
                }

                yield return section.Lines[i].Text;
            }
        }

        foreach (var row in text.From(until))
        {
            yield return row;
        }
    }
}
