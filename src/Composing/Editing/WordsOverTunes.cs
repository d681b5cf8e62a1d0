using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Lays other words over the sections that a song sings, in order: over sections of their kinds where there are, line for line where
/// lines match. A chorus without words of its own sings the last one's again, other sections rest; what finds no room is not sung.
/// </summary>
internal sealed class WordsOverTunes(SourceSong source, TuneRoom room)
{
    /// <summary>The words at their places. Sections before the clip stay as they are.</summary>
    /// <exception cref="BriefRefusedException">No line fits.</exception>
    public LaidWords Lay(ImmutableArray<LyricSection> lyrics)
    {
        ImmutableArray<SongSection> sung =
        [
            .. source.Song.Sections.Where(section => IsOpen(section) && !room.Tunes(section).IsEmpty),
        ];
        var steps = new WordPlan(sung, lyrics, room).Find().ToDictionary(step => sung[step.Section].Tick);
        var sections = ImmutableArray.CreateBuilder<PlannedSection>();
        var rows = ImmutableArray.CreateBuilder<string>();
        WordStep? chorus = null;
        foreach (var section in source.Song.Sections)
        {
            var end = section.Tick + section.Length;
            var planned = source.Planned(section, end, IsOpen(section) ? [] : source.LeadsIn(section.Tick, end));
            var own = steps.GetValueOrDefault(section.Tick);
            chorus = own is not null && lyrics[own.Words].Kind == "chorus" ? own : chorus;
            own ??= section.Kind == "chorus" && !room.Tunes(section).IsEmpty && IsOpen(section) ? chorus : null;
            var lines = own is null ? null : room.Fit(section, lyrics[own.Words], own.From, own.Count);
            sections.Add(lines is null ? planned : planned with { Lines = lines.Value, Source = own!.Words });
            if (lines is not null)
            {
                rows.AddRange(Rows(lyrics[own!.Words].Kind, own.From == 0, lines.Value));
            }
        }

        return rows.Count > 0
            ? new LaidWords(sections.ToImmutable(), rows.ToImmutable())
            : throw new BriefRefusedException(
                "the new words do not fit this clip: no line of them has room in its melody."
            );
    }

    private bool IsOpen(SongSection section) => section.Tick >= source.Song.From;

    private static IEnumerable<string> Rows(string kind, bool opens, ImmutableArray<PlannedLine> lines) =>
        lines.Select(line => line.Text).Prepend(kind == "pre-chorus" ? "[bridge]" : $"[{kind}]").Skip(opens ? 0 : 1);
}
