using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Tells the genres apart and prints what is confused.</summary>
internal static class GenreBench
{
    public static void Run(Options options)
    {
        var report = new Report();
        Write(Options.Songs(), options, report);
        Console.Write(report);
        if (options.Text("out", "") is { Length: > 0 } path)
        {
            File.WriteAllText(path, report.ToString());
        }
    }

    public static void Write(SongSet set, Options options, Report report)
    {
        var (seen, unseen) = (options.Number("seen", 10), options.Number("unseen", 6));
        GenreTable.Write(GenreTrial.Run(set, seen, unseen), seen, unseen, report);
    }

    /// <summary>Runs of eight notes that songs share with the corpora; says so when there are no corpora to compare with.</summary>
    public static void Copied(ImmutableArray<Song> songs, Options options, Report report)
    {
        report.Line("## Copies");
        report.Line("");
        if (options.Corpora() is not { } corpora)
        {
            report.Line("Not compared: no corpora at hand.");
            report.Line("");
            return;
        }

        var known = Pop909Reader.Read(corpora).ToList();
        var copies = new Copies(known);
        var pieces = songs.Select(song => SongMelody.Read(new SongGrid(song))).ToList();
        var having = pieces.Where(piece => !copies.In(piece).IsEmpty).ToList();
        report.Line(
            FormattableString.Invariant(
                $"Runs of {Copies.Run} notes (intervals and durations, not merely a scale or a repeated note) that also stand in one of {known.Count} corpus melodies ({copies.Count} runs): {pieces.Sum(piece => copies.In(piece).Length)} in {having.Count} of {pieces.Count} songs."
            )
        );
        if (having.Count > 0)
        {
            report.Line("");
            report.Line(
                "Songs: "
                    + string.Join(
                        ", ",
                        having.Select(piece =>
                            FormattableString.Invariant(
                                $"{piece.Name} in bar {copies.In(piece)[0] / piece.BarSlots + 1}"
                            )
                        )
                    )
                    + "."
            );
        }

        report.Line("");
        var half = known.Count / 2;
        var learned = new Copies(known.Take(half));
        var human = known.Skip(half).Count(piece => !learned.In(piece).IsEmpty);
        report.Line(
            FormattableString.Invariant(
                $"By the same count, {human} of {known.Count - half} corpus melodies share a run with the first {half} of them."
            )
        );
        report.Line("");
    }
}
