using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lets a song go on from a bar line with other words, in its own key, tempo, voice and material.</summary>
internal sealed class Extension(StyleLibrary library, Pronouncer pronouncer, EditBriefs briefs)
{
    private readonly Studio _studio = new(library);

    /// <summary>The source up to the bar line nearest to a moment of its clip, and the new part after it.</summary>
    public Song Write(SourceSong source, double atSeconds, SongBrief brief)
    {
        var moment = Math.Min(atSeconds, source.ClipSeconds);
        source.CheckMoment(moment, "the moment to go on from");
        var from = Start(source, moment);
        var bpm = source.BpmAt(from);
        var stay = briefs.Stay(source.Song, brief) with
        {
            Part = Part(source.Song.Brief.Part, brief.Part),
            WordsWithin = brief.WordsWithin,
        };
        var lyrics = brief.Lyrics.Length == 0 ? [] : Structure.Apply(LyricsReader.Read(brief.Lyrics), brief.Segments);
        var direction = source.InGroove(briefs.Direct(stay with { Bpm = source.Song.Brief.Bpm }, bpm));
        var form = new ExtensionForm(direction, bpm, source.LineBars, pronouncer.For(brief.Lyrics), library).Plan(
            Stands(source, from),
            source.Song.Tempos,
            from,
            lyrics
        );
        form = NoPickup(form, from, source.Bar);
        var written = new Harmoniser(direction).Harmonise(form);
        var harmony = new SourceHarmony(source).GoOn(written, form, from, brief.Chords);
        var take = _studio.Record(direction, form, harmony, new SourceTunes(source, bpm).Hear());
        return Joined(source, from, direction.Brief, form, harmony, take, lyrics);
    }

    // The whole begins where the source begins and ends where the new part does.
    private static SongPart? Part(SongPart? own, SongPart? added) =>
        own is null && added is null ? null : new SongPart(own?.From ?? 0, added?.To ?? 1);

    // The nearest bar line; where the band stops before it, the one beside it that music leads to, or the join would be a hole.
    private static int Start(SourceSong source, double atSeconds)
    {
        var first = source.Song.From / source.Bar * source.Bar + source.Bar;
        var from = Math.Max(Math.Min(source.BarLine(atSeconds), source.EndingStart), first);
        if (from > source.End)
        {
            throw new BriefRefusedException("this clip is shorter than a bar: it cannot be continued.");
        }

        return new[] { from, from - source.Bar, from + source.Bar }
            .Where(tick => tick >= first && tick <= Math.Max(first, source.EndingStart))
            .FirstOrDefault(source.IsHeldUntil, from);
    }

    private static ImmutableArray<PlannedSection> Stands(SourceSong source, int from) =>
        [
            .. source
                .Song.Sections.Where(section => section.Tick < from)
                .Select(section =>
                {
                    var end = Math.Min(from, section.Tick + section.Length);
                    var whole = end == from ? int.MaxValue : end;
                    var phrases = source
                        .LeadsIn(section.Tick, Math.Min(whole, from))
                        .Select(phrase => SungLines.Cut(phrase, from))
                        .OfType<VocalPhrase>();
                    return source.Planned(section, end, phrases);
                }),
        ];

    // What is sung in the new part is all in its own clip.
    private static FormPlan NoPickup(FormPlan form, int from, int bar)
    {
        var tick = 0;
        for (var s = 0; s < form.Sections.Length; tick += form.Sections[s].Bars * bar, s++)
        {
            var section = form.Sections[s];
            if (tick == from && section.IsNew && section.Lines[0].StartBar == 0)
            {
                var lines = section.Lines.SetItem(0, section.Lines[0] with { Early = 0 });
                return form with { Sections = form.Sections.SetItem(s, section with { Lines = lines }) };
            }
        }

        return form;
    }

    private static Song Joined(
        SourceSong source,
        int from,
        SongBrief brief,
        FormPlan form,
        Harmony harmony,
        Take take,
        ImmutableArray<LyricSection> lyrics
    )
    {
        var song = source.Song;
        var stands = form.Sections.SelectMany(section => section.Lines).Count(line => line.Given is not null);
        var cut = form
            .Sections.SelectMany(section => section.Lines)
            .LastOrDefault(line => line.Given is not null)
            ?.Given;
        var isCut = cut is not null && cut.Words.Length < source.Leads[stands - 1].Words.Length;
        var own = SungText
            .Rows(form.Sections.Where(section => section.Source >= 0).Select(section => lyrics[section.Source]))
            .ToList();
        var text = string.Join('\n', new SungText(source).Before(stands, isCut ? cut : null).Concat(own));
        return song with
        {
            Brief = EditBriefs.Kept(song, brief, text),
            Tempos = form.Tempos,
            Seconds = form.Seconds,
            Sections =
            [
                .. song
                    .Sections.Where(section => section.Tick < from)
                    .Select(section => Cut(section, from, source.Bar)),
                .. take.Sections.Where(section => section.Tick >= from),
            ],
            Chords = harmony.Spans,
            Parts = new Splice(new TimeMap(form.Tempos), from, null).Join(song.Parts, take.Parts),
            Voice = song.Voice ?? (brief.IsVocal ? Singers.Of(brief) : null),
            Vocals = SungLines.Join(take.Vocals, form, song.Vocals, phrase => SungLines.Cut(phrase, from)),
            Lyrics = text,
            From = from,
            PartLyrics = string.Join('\n', own),
            TakeSeed = song.TakeSeed ?? song.Brief.Seed,
        };
    }

    private static SongSection Cut(SongSection section, int from, int bar) =>
        section.Tick + section.Length <= from
            ? section
            : section with
            {
                Length = from - section.Tick,
                Bars = (from - section.Tick) / bar,
            };
}
