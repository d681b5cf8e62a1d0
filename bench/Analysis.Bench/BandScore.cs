namespace Troubadour.Analysis.Bench;

/// <summary>How near the notes of separated stems come to what was played: onsets within 50 ms, ends do not matter.</summary>
/// <param name="Name">The song.</param>
/// <param name="Lines">Counts by line: tune, bass, accompaniment, the same with pitch classes only, then strokes of each <see cref="DrumKind"/> and of any.</param>
/// <param name="CpuPerMinute">CPU seconds a minute of sound, without the separation.</param>
internal sealed record BandScore(string Name, IReadOnlyList<Counts> Lines, double CpuPerMinute)
{
    private const double Near = 0.05;
    private static readonly int s_kinds = Enum.GetValues<DrumKind>().Length;

    /// <summary>The first two lines of the table.</summary>
    public static string Head { get; } =
        "| song | tune | bass | rest | rest, any octave | "
        + string.Join(" | ", Enum.GetValues<DrumKind>().Select(Word))
        + " | any drum | CPU s/min |\n|"
        + string.Concat(Enumerable.Repeat(" --- |", 7 + s_kinds));

    /// <summary>Compares.</summary>
    public static BandScore Of(SongTruth truth, AnalysisDocument found, double cpuSeconds)
    {
        var band = BandTruth.Of(truth.Song);
        List<Counts> lines =
        [
            Notes(found.Melody.Notes, truth.Tune, 128),
            Notes(found.Bass.Notes, truth.Bass, 128),
            Notes(found.Accompaniment.Notes, band.Rest, 128),
            Notes(found.Accompaniment.Notes, band.Rest, 12),
        ];
        var hits = found.Drums.Hits.Select(hit => (hit.Start, Value: (int)hit.Kind)).ToList();
        for (var kind = 0; kind < s_kinds; kind++)
        {
            lines.Add(
                Counts.Of([.. hits.Where(h => h.Value == kind)], [.. band.Drums.Where(h => h.Value == kind)], Near)
            );
        }

        lines.Add(Counts.Of([.. hits.Select(h => h.Start).Distinct().Select(s => (s, 0))], Together(band.Drums), Near));
        return new(truth.Name, lines, cpuSeconds / (found.Seconds / 60));
    }

    /// <summary>All songs as one.</summary>
    public static BandScore Sum(string name, IReadOnlyList<BandScore> scores) =>
        new(
            name,
            [
                .. Enumerable
                    .Range(0, scores[0].Lines.Count)
                    .Select(i => scores.Select(score => score.Lines[i]).Aggregate((a, b) => a + b)),
            ],
            scores.Average(score => score.CpuPerMinute)
        );

    /// <summary>As a row of the table.</summary>
    public string Row(Func<Counts, double?> value) =>
        FormattableString.Invariant(
            $"| {Name} | {string.Join(" | ", Lines.Select(line => line.Truth == 0 ? "-" : FormattableString.Invariant($"{value(line):F2}")))} | {CpuPerMinute:F2} |"
        );

    private static Counts Notes(IReadOnlyList<NoteEstimate> found, IReadOnlyList<TruthSpan> truth, int modulo) =>
        Counts.Of(
            [.. found.Select(note => (note.Start, note.Key % modulo))],
            [.. truth.Select(note => note with { Value = note.Value % modulo })],
            Near
        );

    // Strokes of several drums within 30 ms are one.
    private static List<TruthSpan> Together(IReadOnlyList<TruthSpan> drums)
    {
        var kept = new List<TruthSpan>();
        foreach (var hit in drums)
        {
            if (kept.Count == 0 || hit.Start - kept[^1].Start >= 0.03)
            {
                kept.Add(hit with { Value = 0 });
            }
        }

        return kept;
    }

    private static string Word(DrumKind kind) =>
        kind == DrumKind.OpenHat ? "open hat" : kind.ToString().ToLowerInvariant();
}
