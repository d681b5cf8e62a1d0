using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Fits other lines into a section of a song: each over the tune that stood at its place, else spread over the section's bars.</summary>
internal sealed class TuneRoom(SourceSong source, Direction direction, Pronouncer pronouncer, double bpm)
{
    // Beyond it words are spread over all the bars instead of hurrying over the first tunes.
    private const double Crowded = 1.5;
    private readonly LineFitter _fitter = new(direction, pronouncer);
    private readonly Dictionary<int, ImmutableArray<PlannedLine>> _tunes = [];

    /// <summary>The lines that are sung in a section, at their places.</summary>
    public ImmutableArray<PlannedLine> Tunes(SongSection section)
    {
        if (!_tunes.TryGetValue(section.Tick, out var lines))
        {
            var end = section.Tick + section.Length;
            lines = source.Planned(section, end, source.LeadsIn(section.Tick, end)).Lines;
            _tunes[section.Tick] = lines;
        }

        return lines;
    }

    /// <summary>The most lines of a section of words, counted from a line, that have room; 0 where not even one has.</summary>
    public int Most(SongSection section, LyricSection words, int from)
    {
        var most = words.Lines.Length - from;
        while (most > 0 && Fit(section, words, from, most) is null)
        {
            most--;
        }

        return most;
    }

    /// <summary>So many lines of a section of words in a section of the song; null where they have no room.</summary>
    public ImmutableArray<PlannedLine>? Fit(SongSection section, LyricSection words, int from, int count)
    {
        ImmutableArray<LyricLine> lines = [.. words.Lines.Skip(from).Take(count)];
        return OverTunes(section, lines)
            ?? _fitter.FitInto(
                words with
                {
                    Kind = section.Kind,
                    Lines = lines,
                },
                bpm,
                section.Length / source.Bar,
                out _
            );
    }

    private ImmutableArray<PlannedLine>? OverTunes(SongSection section, ImmutableArray<LyricLine> words)
    {
        var tunes = Tunes(section);
        if (words.Length > tunes.Length)
        {
            return null;
        }

        var lines = words.Select((line, i) => Over(section, tunes[i], line)).ToList();
        var own = lines.OfType<PlannedLine>().Sum(line => line.Syllables);
        var crowded = own > Crowded * tunes.Take(lines.Count).Sum(line => line.Syllables);
        return lines.Contains(null) || (crowded && words.Length < tunes.Length)
            ? null
            : [.. lines.OfType<PlannedLine>()];
    }

    // The same words are sung as they were; others bend the tune.
    private PlannedLine? Over(SongSection section, PlannedLine tune, LyricLine line)
    {
        if (Letters(line.Text) == Letters(tune.Text))
        {
            return tune;
        }

        var words = pronouncer.Line(line.Text);
        var syllables = words.Sum(word => word.Syllables.Length);
        var isRapped = tune.Given!.Rap || line.Delivery == Delivery.Spoken;
        var fastest = isRapped ? LineFitter.FastestRapped : LineFitter.FastestSung;
        var most = Math.Min(
            tune.Bars * direction.BarSeconds(bpm) * fastest * 0.9,
            (tune.Bars * direction.Steps) - tune.Left - 2
        );
        return words.IsEmpty || syllables > most
            ? null
            : tune with
            {
                Text = line.Shown,
                Words = words,
                Syllables = syllables,
                Delivery = line.Delivery,
                Given = null,
                Tune = Shape(section, tune),
            };
    }

    // The tune as far as it lies in the line's own bars.
    private LineShape Shape(SongSection section, PlannedLine line)
    {
        var shape = LineShape.Of(line.Given!, section.Tick + (line.StartBar * source.Bar), section.Transpose);
        var room = (line.Bars * direction.Steps) - line.Left - shape.Slots[^1];
        return shape with
        {
            Lengths = shape.Lengths.SetItem(shape.Lengths.Length - 1, Math.Max(1, Math.Min(shape.Lengths[^1], room))),
        };
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
