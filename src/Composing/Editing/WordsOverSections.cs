using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Lays lyric sections over the sections of an instrumental, in order: over their own kinds where they fit, else over the longest ones,
/// or from section to section where all are short. What finds no room is not sung, the last sections first.
/// </summary>
internal sealed class WordsOverSections(SourceSong source, LineFitter fitter, double bpm)
{
    private const double Sung = 1000;
    private const double SameKind = 60;
    private readonly ImmutableArray<SongSection> _sections = source.Song.Sections;

    /// <summary>The song's sections with their lines; <see cref="PlannedSection.Source"/> says whose they are.</summary>
    /// <exception cref="LyricsDoNotFitException">No section has room for a line.</exception>
    public ImmutableArray<PlannedSection> Lay(ImmutableArray<LyricSection> lyrics)
    {
        var places = Places(lyrics);
        var whole = _sections.Select((_, s) => places.IndexOf(s)).Select(own => (own, own < 0 ? null : lyrics[own]));
        var laid = Planned(whole);
        if (places.Length < lyrics.Length)
        {
            var flowing = Planned(Flowing(lyrics));
            laid = Count(flowing) > Count(laid) ? flowing : laid;
        }

        return Count(laid) > 0
            ? laid
            : throw new LyricsDoNotFitException(
                fitter.Fit(lyrics[0], bpm, tight: true).Bars
                    * source.Bar
                    / (double)source.Song.Meter.TicksPerPulse
                    * 60
                    / bpm
            );
    }

    private static int Count(ImmutableArray<PlannedSection> sections) => sections.Sum(section => section.Lines.Length);

    private ImmutableArray<PlannedSection> Planned(IEnumerable<(int Source, LyricSection? Words)> words) =>
        [
            .. _sections.Zip(
                words,
                (section, own) =>
                {
                    var planned = source.Planned(section, section.Tick + section.Length, []);
                    return own.Words is { } lines
                        ? planned with
                        {
                            Lines = fitter.FitInto(lines, bpm, planned.Bars, out _)!.Value,
                            Source = own.Source,
                        }
                        : planned;
                }
            ),
        ];

    // Sections too short for the words of one share them with those that follow.
    private IEnumerable<(int Source, LyricSection? Words)> Flowing(ImmutableArray<LyricSection> lyrics)
    {
        var (own, line) = (0, 0);
        foreach (var section in _sections)
        {
            var words =
                own < lyrics.Length && MaySing(section) ? lyrics[own] with { Lines = lyrics[own].Lines[line..] } : null;
            while (words is not null && !Fits(words, section))
            {
                words = words.Lines.Length > 1 ? words with { Lines = words.Lines[..^1] } : null;
            }

            yield return (own, words);
            line += words?.Lines.Length ?? 0;
            if (own < lyrics.Length && line == lyrics[own].Lines.Length)
            {
                (own, line) = (own + 1, 0);
            }
        }
    }

    private bool Fits(LyricSection words, SongSection section) =>
        fitter.FitInto(words, bpm, section.Length / source.Bar, out _) is not null;

    private bool MaySing(SongSection section) => section.Tick >= source.Song.From && section.Kind != "intro";

    // The best sections for the most lyric sections from the first on: best[i, s] is the worth of laying i of them over the first s.
    private ImmutableArray<int> Places(ImmutableArray<LyricSection> lyrics)
    {
        var best = new double[lyrics.Length + 1, _sections.Length + 1];
        for (var i = 1; i <= lyrics.Length; i++)
        {
            best[i, 0] = double.NegativeInfinity;
            for (var s = 1; s <= _sections.Length; s++)
            {
                var here = best[i - 1, s - 1] + Worth(lyrics[i - 1], _sections[s - 1]);
                best[i, s] = Math.Max(best[i, s - 1], here);
            }
        }

        var count = lyrics.Length;
        while (count > 0 && double.IsNegativeInfinity(best[count, _sections.Length]))
        {
            count--;
        }

        var places = new int[count];
        for (var (i, s) = (count, _sections.Length); i > 0; s--)
        {
            if (best[i, s] > best[i, s - 1])
            {
                places[--i] = s - 1;
            }
        }

        return [.. places];
    }

    private double Worth(LyricSection words, SongSection section) =>
        section.Tick >= source.Song.From && Fits(words, section)
            ? Sung + section.Bars + (section.Kind == words.Kind ? SameKind : 0)
            : double.NegativeInfinity;
}
