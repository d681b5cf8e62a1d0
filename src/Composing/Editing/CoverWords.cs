using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The lines of a cover: those of the source, or other words for them, line for line.</summary>
internal sealed class CoverWords(SourceSong source, Direction direction, double bpm, Pronouncer pronouncer)
{
    /// <summary>True when other words are sung than the source's.</summary>
    public bool AreNew { get; private set; }

    /// <summary>The sections with their lines; a line of other words is still to be bent to its tune.</summary>
    /// <exception cref="BriefRefusedException">There are more lines than the melody has, or a line is too long for its bars.</exception>
    public ImmutableArray<PlannedSection> Over(ImmutableArray<LyricSection> lyrics)
    {
        var sections = source
            .Song.Sections.Select(section =>
            {
                var end = section.Tick + section.Length;
                return source.Planned(section, end, source.LeadsIn(section.Tick, end));
            })
            .ToImmutableArray();
        var sung = lyrics.Where(section => !section.IsInstrumental).SelectMany(section => section.Lines).ToList();
        var lines = sections.SelectMany(section => section.Lines).ToList();
        AreNew = sung.Count > 0 && Letters(sung.Select(line => line.Text)) != Letters(lines.Select(line => line.Text));
        if (!AreNew)
        {
            return sections;
        }

        if (sung.Count > lines.Count)
        {
            throw new BriefRefusedException(
                $"the new words have {sung.Count} lines to sing; the melody has {lines.Count}."
            );
        }

        var next = 0;
        return
        [
            .. sections.Select(section =>
                section with
                {
                    Lines = [.. section.Lines.Where(_ => next < sung.Count).Select(line => Other(line, sung[next++]))],
                }
            ),
        ];
    }

    /// <summary>The lines of a form with tags by the kinds of its sections.</summary>
    public static IEnumerable<string> Rows(FormPlan form) =>
        form
            .Sections.Where(section => section.IsSung)
            .SelectMany(section =>
                section
                    .Lines.Select(line => line.Text)
                    .Prepend(section.Kind == "pre-chorus" ? "[bridge]" : $"[{section.Kind}]")
            );

    private PlannedLine Other(PlannedLine line, LyricLine other)
    {
        if (Letters([other.Text]) == Letters([line.Text]))
        {
            return line;
        }

        var words = pronouncer.Line(other.Text);
        var syllables = words.Sum(word => word.Syllables.Length);
        var isRapped = line.Given!.Rap || other.Delivery == Delivery.Spoken;
        var fastest = isRapped ? LineFitter.FastestRapped : LineFitter.FastestSung;
        if (words.IsEmpty || syllables > line.Bars * direction.BarSeconds(bpm) * fastest * 0.9)
        {
            throw new BriefRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the line '{other.Shown}' has {syllables} syllables; its melody has room for {(int)(line.Bars * direction.BarSeconds(bpm) * fastest * 0.9)}."
                )
            );
        }

        return line with
        {
            Text = other.Shown,
            Words = words,
            Syllables = syllables,
            Delivery = other.Delivery,
            Given = null,
        };
    }

    private static string Letters(IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
