using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The form of a song in which the lines between two bar lines are to be written anew.</summary>
internal sealed class ReplacedLines(SourceSong source, LineFitter fitter, int from, int to)
{
    private const int Rest = 2 * Ticks.PerSixteenth;
    private const int Pickup = 4 * Ticks.PerSixteenth;

    /// <summary>The song's sections with the same words, those between the bar lines to be sung to another tune.</summary>
    public ImmutableArray<PlannedSection> Same() =>
        [
            .. Sections(section =>
                Planned(section)
                    .Lines.Select(line =>
                        IsOut(line.Given!) && MayChange(section, line) ? line with { Given = null } : line
                    )
            ),
        ];

    /// <summary>The song's sections with other words between the bar lines.</summary>
    /// <exception cref="BriefRefusedException">The words need more bars.</exception>
    public ImmutableArray<PlannedSection> With(ImmutableArray<LyricSection> lyrics)
    {
        var lines = Fitted([.. lyrics.Where(section => !section.IsInstrumental)]);
        return
        [
            .. Sections(section =>
                Planned(section)
                    .Lines.Where(line => !IsOut(line.Given!))
                    .Select(line => (Tick: line.Given!.Notes[0].Tick, Line: line))
                    .Concat(
                        lines
                            .Where(line => source.SectionAt(line.Tick) == section)
                            .Select(line =>
                                (line.Tick, line.Line with { StartBar = (line.Tick - section.Tick) / source.Bar })
                            )
                    )
                    .OrderBy(pair => pair.Item1)
                    .Select(pair => pair.Item2)
            ),
        ];
    }

    private IEnumerable<PlannedSection> Sections(Func<SongSection, IEnumerable<PlannedLine>> lines) =>
        source.Song.Sections.Select(section =>
            Planned(section) with
            {
                Lines = Apart([.. lines(section)], section.Tick),
                IsFresh = section.Tick < to && section.Tick + section.Length > from,
            }
        );

    private PlannedSection Planned(SongSection section)
    {
        var end = section.Tick + section.Length;
        return source.Planned(section, end, source.LeadsIn(section.Tick, end));
    }

    private bool IsOut(VocalPhrase phrase) => SourceSong.Middle(phrase) >= from && SourceSong.Middle(phrase) < to;

    // A line that shares its bar with one that stays has no room to be sung otherwise.
    private bool MayChange(SongSection section, PlannedLine line)
    {
        var start = section.Tick + line.StartBar * source.Bar;
        var end = start + line.Bars * source.Bar;
        return !source.Leads.Any(phrase =>
            !IsOut(phrase)
            && phrase.Notes[0].Tick < end - Pickup
            && phrase.Notes[^1].Tick + phrase.Notes[^1].Length + Rest > start
        );
    }

    // New lines begin after what stays before them and end before what stays after them.
    private ImmutableArray<PlannedLine> Apart(ImmutableArray<PlannedLine> lines, int tick) =>
        [
            .. lines.Select(line =>
            {
                var start = tick + line.StartBar * source.Bar;
                var end = start + line.Bars * source.Bar;
                var kept = source.Leads.Where(phrase => !IsOut(phrase)).ToList();
                var before = kept.Where(phrase => phrase.Notes[0].Tick < start)
                    .Select(End)
                    .DefaultIfEmpty(-Rest - Pickup);
                var after = kept.Where(phrase => phrase.Notes[0].Tick >= start)
                    .Select(phrase => phrase.Notes[0].Tick)
                    .DefaultIfEmpty(int.MaxValue);
                return line.Given is not null
                    ? line
                    : line with
                    {
                        Early = Math.Clamp((start - before.Max() - Rest) / Ticks.PerSixteenth, 0, 4),
                        Left = Math.Max(
                            line.Left,
                            Math.Clamp((end - after.Min() + Ticks.PerSixteenth - 1) / Ticks.PerSixteenth, 0, 4)
                        ),
                    };
            }),
        ];

    private static int End(VocalPhrase phrase) => phrase.Notes[^1].Tick + phrase.Notes[^1].Length;

    // A section of words for each section of the song where there are as many; else all words over all bars.
    private List<(int Tick, PlannedLine Line)> Fitted(ImmutableArray<LyricSection> lyrics)
    {
        var (start, end) = Room();
        var pieces = source
            .Song.Sections.Where(section => section.Tick < end && section.Tick + section.Length > start)
            .Select(section =>
                (section.Kind, From: Math.Max(start, section.Tick), To: Math.Min(end, section.Tick + section.Length))
            )
            .ToList();
        if (pieces.Count > 1 && pieces.Count == lyrics.Length)
        {
            var each = pieces
                .Select((piece, i) => Fit(piece.Kind, lyrics[i].Lines, piece.From, piece.To, out _))
                .ToList();
            if (each.TrueForAll(lines => lines is not null))
            {
                return [.. each.SelectMany(lines => lines!)];
            }
        }

        ImmutableArray<LyricLine> all = [.. lyrics.SelectMany(section => section.Lines)];
        var least = 0;
        var fitted = pieces.Count == 0 ? null : Fit(pieces[0].Kind, all, start, end, out least);
        return fitted ?? throw Refused(least, Math.Max(0, (end - start) / source.Bar));
    }

    // The bars that are left between the lines that stay.
    private (int Start, int End) Room()
    {
        var kept = source.Leads.Where(phrase => !IsOut(phrase)).ToList();
        var before = kept.Where(phrase => SourceSong.Middle(phrase) < from).Select(End).DefaultIfEmpty(0).Max();
        var after = kept.Where(phrase => SourceSong.Middle(phrase) >= to)
            .Select(phrase => phrase.Notes[0].Tick + Pickup)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return (
            before > from ? (before + Rest + source.Bar - 1) / source.Bar * source.Bar : from,
            after < to ? after / source.Bar * source.Bar : to
        );
    }

    private List<(int Tick, PlannedLine Line)>? Fit(
        string kind,
        ImmutableArray<LyricLine> lines,
        int start,
        int end,
        out int least
    )
    {
        var words = new LyricSection(kind, lines, [.. lines.Select(line => line.Shown)]);
        return fitter
            .FitInto(words, source.BpmAt(from), (end - start) / source.Bar, out least)
            ?.Select(line => (start + line.StartBar * source.Bar, line))
            .ToList();
    }

    private BriefRefusedException Refused(int least, int bars)
    {
        var seconds = least * source.Bar / (double)source.Song.Meter.TicksPerPulse * 60 / source.BpmAt(from);
        return new BriefRefusedException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the new words need {least} bars ({Math.Ceiling(seconds)} seconds) at this song's tempo; the part to replace has {bars}."
            )
        );
    }
}
