using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Lays words over a tune that was heard and not written: its breaths are no lines, so they are joined and parted until each line has one, and
/// its notes are joined or parted until each syllable has one. Where the tune is much longer than the words, they are sung again.
/// </summary>
/// <param name="source">The song whose tune was heard.</param>
/// <param name="pronouncer">Says the words.</param>
internal sealed class HeardTune(SourceSong source, Pronouncer pronouncer)
{
    private const int MostTimes = 6;

    // A tune has about so many notes a syllable.
    private const double NotesPerSyllable = 1.15;

    /// <summary>The song with the words.</summary>
    /// <exception cref="BriefRefusedException">There are no words that can be sung.</exception>
    public Song With(ImmutableArray<LyricSection> lyrics)
    {
        var breaths = source.Leads.Select(phrase => phrase.Notes).ToList();
        var lines = Times(Lines(lyrics), breaths.Sum(notes => notes.Length));
        if (lines.Count == 0 || breaths.Count == 0)
        {
            throw new BriefRefusedException("there are no words that can be sung to this tune.");
        }

        var groups = new BreathGroups(source.Bar, breaths).For([.. lines.Select(line => line.Syllables)]);
        var like = source.Leads[0];
        var phrases = lines
            .Zip(groups)
            .Where(pair => !pair.Second.IsEmpty)
            .Select(
                (pair, i) =>
                    new VocalPhrase(
                        i,
                        pair.First.Text,
                        pair.First.Words,
                        SyllableNotes.Fit(pair.Second, pair.First.Syllables),
                        VoiceLayer.Lead,
                        like.Effort,
                        like.Vibrato,
                        false
                    )
            )
            .ToImmutableArray();
        var text = string.Join('\n', Rows(lines, groups));
        return source.Song with
        {
            Vocals = phrases,
            Lyrics = text,
            PartLyrics = null,
            Brief = source.Song.Brief with { Lyrics = text },
        };
    }

    private List<HeardLine> Lines(ImmutableArray<LyricSection> lyrics) =>
        [
            .. lyrics
                .Where(section => !section.IsInstrumental)
                .SelectMany(section =>
                    section
                        .Lines.Select(line => (line.Shown, Words: pronouncer.Line(line.Text)))
                        .Where(line => !line.Words.IsEmpty)
                        .Select((line, i) => new HeardLine(i == 0 ? section.Kind : null, line.Shown, line.Words))
                ),
        ];

    private static List<HeardLine> Times(List<HeardLine> lines, int notes)
    {
        var syllables = lines.Sum(line => line.Syllables);
        var times = Math.Clamp((int)Math.Round(notes / NotesPerSyllable / Math.Max(1, syllables)), 1, MostTimes);
        return [.. Enumerable.Repeat(lines, times).SelectMany(all => all)];
    }

    private static IEnumerable<string> Rows(List<HeardLine> lines, ImmutableArray<ImmutableArray<VocalNote>> groups)
    {
        foreach (var (line, _) in lines.Zip(groups).Where(pair => !pair.Second.IsEmpty))
        {
            if (line.Section is { } kind)
            {
                yield return kind == "pre-chorus" ? "[bridge]" : $"[{kind}]";
            }

            yield return line.Text;
        }
    }
}
