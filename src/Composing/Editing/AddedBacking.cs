using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Plays a new band under a voice: form, chords, tempo and every sung note stay.</summary>
internal sealed class AddedBacking(StyleLibrary library, EditBriefs briefs)
{
    private readonly Studio _studio = new(library);

    /// <summary>The song with its new band.</summary>
    /// <exception cref="BriefRefusedException">Nobody sings in the source.</exception>
    public Song Write(SourceSong source, SongBrief brief)
    {
        var song = source.Song;
        if (song.Voice is not { } voice || source.Leads.IsEmpty)
        {
            throw new BriefRefusedException("nobody sings in this clip: there is no voice to accompany.");
        }

        var bpm = source.BpmAt(song.From);
        var leave = briefs.Leave(song, brief) with { Gender = voice.Gender, Timbre = voice.Timbre };
        // The band swings as the voice does, which stays.
        var direction = source.InTime(briefs.Direct(leave, bpm));
        ImmutableArray<PlannedSection> sections =
        [
            .. song.Sections.Select(section =>
            {
                var end = section.Tick + section.Length;
                return source.Planned(section, end, source.LeadsIn(section.Tick, end));
            }),
        ];
        var form = source.Form(sections, bpm);
        var memory = new SourceTunes(source, bpm).Hear();
        var take = _studio.Record(direction, form, new Harmony(song.Chords), memory);
        return song with
        {
            Brief = leave with { Lyrics = song.Lyrics, Key = song.Brief.Key, Meter = song.Brief.Meter },
            Style = direction.Style.Id,
            Groove = song.Groove ?? song.Style,
            Parts = take.Parts,
            Mix = Composer.Mix(direction),
            TakeSeed = song.TakeSeed ?? song.Brief.Seed,
            MixState = null,
        };
    }
}
