using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Scores of the set, its worst songs, and what sabotage costs.</summary>
internal sealed class ScoreTable(HumanReference human, ImmutableArray<Song> songs)
{
    private readonly SongJudge _judge = new(human);

    public void Write(Report report)
    {
        var verdicts = songs.Select(song => (song, Verdict: _judge.Judge(song))).ToList();
        Worst(verdicts, report);
        Spoiled(verdicts, report);
    }

    private void Worst(List<(Song Song, Verdict Verdict)> verdicts, Report report)
    {
        report.Line("## Scores");
        report.Line("");
        report.Line(
            FormattableString.Invariant(
                $"0 to 100: the mean of closeness to human melodies, textures and drums, fit of words, and craft. Mean {verdicts.Average(v => v.Verdict.Score):F1}; {verdicts.Count(v => v.Verdict.Passes)} of {verdicts.Count} pass (melody at least {MelodyScore.Least(human.Measures):F1} and its shape, which hears loops, at least {human.Measures[MelodyScore.ShapeId].P5:F1}: the human p5)."
            )
        );
        report.Line("");
        report.Head("worst five", "score", "melody", "shape", "texture", "words", "drums", "craft");
        foreach (var (song, v) in verdicts.OrderBy(v => v.Verdict.Score).Take(5))
        {
            Row($"{song.Style}/{song.Brief.Seed}", v, report);
        }

        report.Line("");
        report.Head("songs that do not pass", "score", "melody", "shape", "texture", "words", "drums", "craft");
        foreach (var (song, v) in verdicts.Where(v => !v.Verdict.Passes).OrderBy(v => v.Verdict.Score))
        {
            Row($"{song.Style}/{song.Brief.Seed}", v, report);
        }

        Row("the best of all", verdicts.MaxBy(v => v.Verdict.Score).Verdict, report);
        report.Line("");
    }

    private static void Row(string name, Verdict v, Report report) =>
        report.Row(
            name,
            Text(v.Score),
            Text(v.Melody),
            Text(v.Shape),
            Text(v.Texture),
            Text(v.Words),
            Text(v.Drums),
            Text(v.Craft)
        );

    private void Spoiled(List<(Song Song, Verdict Verdict)> verdicts, Report report)
    {
        report.Line("## Sabotage");
        report.Line("");
        report.Head("copy", "pairs", "scores below the original", "mean loss", "passes");
        foreach (var (name, spoil) in Kinds())
        {
            var pairs = verdicts
                .Select(pair =>
                    (pair.Verdict, Spoiled: spoil(pair.Song, new RandomStream(pair.Song.Brief.Seed, name)), pair.Song)
                )
                .Where(pair => !Same(pair.Song, pair.Spoiled))
                .Select(pair => (pair.Verdict, Spoiled: _judge.Judge(pair.Spoiled)))
                .ToList();
            report.Row(
                name,
                FormattableString.Invariant($"{pairs.Count}"),
                FormattableString.Invariant(
                    $"{(double)pairs.Count(p => p.Spoiled.Score < p.Verdict.Score) / pairs.Count:P0}"
                ),
                FormattableString.Invariant($"{pairs.Average(p => p.Verdict.Score - p.Spoiled.Score):F1}"),
                FormattableString.Invariant($"{(double)pairs.Count(p => p.Spoiled.Passes) / pairs.Count:P0}")
            );
        }

        report.Line("");
    }

    private static IEnumerable<(string Name, Func<Song, RandomStream, Song> Spoil)> Kinds() =>
        [
            .. Sabotages.All,
            ("random notes", RandomSongs.Scatter),
            ("one loop of four bars", (song, _) => BarShuffle.Loop(song)),
        ];

    // A song without drums has no fills to mute.
    private static bool Same(Song one, Song other) =>
        one.Parts.Zip(other.Parts).All(pair => pair.First.Notes.SequenceEqual(pair.Second.Notes))
        && one.Vocals.Zip(other.Vocals)
            .All(p => p.First.Notes.SequenceEqual(p.Second.Notes) && p.First.Words.SequenceEqual(p.Second.Words));

    private static string Text(double value) =>
        double.IsFinite(value) ? FormattableString.Invariant($"{value:F1}") : "-";
}
