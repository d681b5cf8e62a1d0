using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Lays lyric sections over the sections of an instrumental, in order: over their own kinds where they fit, else over the longest ones.
/// What finds no room is not sung, the last sections first.
/// </summary>
internal sealed class WordsOverSections(SourceSong source, LineFitter fitter, double bpm)
{
    private const double Sung = 1000;
    private const double SameKind = 60;
    private readonly ImmutableArray<SongSection> _sections = source.Song.Sections;

    /// <summary>The song's sections with their lines.</summary>
    /// <exception cref="LyricsDoNotFitException">No section has room for the first words.</exception>
    public ImmutableArray<PlannedSection> Lay(ImmutableArray<LyricSection> lyrics)
    {
        var first = (source.Song.From + source.Bar - 1) / source.Bar * source.Bar;
        var places = Places(lyrics, first);
        if (places.IsEmpty)
        {
            var least = fitter.Fit(lyrics[0], bpm, tight: true).Bars;
            throw new LyricsDoNotFitException(
                least * source.Bar / (double)source.Song.Meter.TicksPerPulse * 60 / bpm
            );
        }

        return
        [
            .. _sections.Select(
                (section, s) =>
                {
                    var planned = source.Planned(section, section.Tick + section.Length, []);
                    var own = places.IndexOf(s);
                    return own < 0
                        ? planned
                        : planned with
                        {
                            Lines = fitter.FitInto(lyrics[own], bpm, planned.Bars, out _)!.Value,
                            Source = own,
                        };
                }
            ),
        ];
    }

    // The best sections for the most lyric sections from the first on: best[i, s] is the worth of laying i of them over the first s.
    private ImmutableArray<int> Places(ImmutableArray<LyricSection> lyrics, int first)
    {
        var best = new double[lyrics.Length + 1, _sections.Length + 1];
        for (var i = 1; i <= lyrics.Length; i++)
        {
            best[i, 0] = double.NegativeInfinity;
            for (var s = 1; s <= _sections.Length; s++)
            {
                var here = best[i - 1, s - 1] + Worth(lyrics[i - 1], _sections[s - 1], first);
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

    private double Worth(LyricSection words, SongSection section, int first)
    {
        if (section.Tick < first || fitter.FitInto(words, bpm, section.Length / source.Bar, out _) is null)
        {
            return double.NegativeInfinity;
        }

        return Sung + section.Bars + (section.Kind == words.Kind ? SameKind : 0);
    }
}
