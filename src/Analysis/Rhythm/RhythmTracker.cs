using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Analysis;

/// <summary>Chooses among tempo candidates and kinds of bars the one whose beats explain the onsets best.</summary>
internal static class RhythmTracker
{
    private const double Usual = 116;
    private const double OctaveSpread = 0.7;
    private const double SlowerWeight = 0.15;
    private const double FasterWeight = 0.08;
    private const double Drift = 1.14;

    /// <summary>Tracks the beats; null where the sound is too short or nothing sounds.</summary>
    /// <param name="evidence">What speaks for beats.</param>
    /// <param name="bpm">A tempo that the caller knows; the beat is sought within 8 % of it.</param>
    /// <param name="meter">A time signature that the caller knows.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Rhythm? Track(PulseEvidence evidence, double? bpm, Meter? meter, CancellationToken cancellation)
    {
        var candidates = bpm is { } given ? [new TempoCandidate(given, 1)] : TempoCandidates.Of(evidence);
        IReadOnlyList<BarModel> models = meter is { } m ? [BarModel.Of(m)] : BarModel.Usual;
        var paths = new List<(BeatPath Path, double Bpm, double Score)>();
        foreach (var candidate in candidates)
        {
            foreach (var model in models)
            {
                if (bpm is null && (candidate.Bpm < model.SlowestBpm || candidate.Bpm > model.FastestBpm))
                {
                    continue;
                }

                var path = Track(evidence, model, candidate.Bpm, bpm is null ? Drift : 1.08, cancellation);
                if (path.Frames.Length >= 4)
                {
                    paths.Add((path, candidate.Bpm, path.Score + model.Prior + Prior(candidate.Bpm)));
                }
            }
        }

        return paths.Count == 0 ? null : Choose(paths, candidates, (double)(evidence.Count - 1) / OnsetCurves.Rate);
    }

    private static BeatPath Track(
        PulseEvidence evidence,
        BarModel model,
        double bpm,
        double drift,
        CancellationToken cancellation
    )
    {
        var frames = 60.0 * OnsetCurves.Rate / bpm;
        var shortest = Math.Max(8, (int)(frames / drift));
        return BarPointer.Track(
            evidence,
            model,
            shortest,
            Math.Max(shortest + 1, (int)(frames * drift) + 1),
            cancellation
        );
    }

    private static double Prior(double bpm)
    {
        var octaves = DeterministicMath.Log2(bpm / Usual) / OctaveSpread;
        return -(octaves > 0 ? FasterWeight : SlowerWeight) * octaves * octaves;
    }

    private static Rhythm Choose(
        List<(BeatPath Path, double Bpm, double Score)> paths,
        IReadOnlyList<TempoCandidate> candidates,
        double end
    )
    {
        var best = paths.MaxBy(p => p.Score);
        var otherTempo = paths
            .Where(p => Math.Abs(p.Bpm / best.Bpm - 1) > 0.06)
            .Select(p => p.Score)
            .DefaultIfEmpty(-1)
            .Max();
        var otherBar = paths
            .Where(p => Math.Abs(p.Bpm / best.Bpm - 1) <= 0.06 && p.Path.Model != best.Path.Model)
            .Select(p => p.Score)
            .DefaultIfEmpty(-1)
            .Max();
        var smooth = BeatSmoother.Smooth(best.Path.Frames).Select(f => Math.Max(0, f / OnsetCurves.Rate)).ToArray();
        var fine = SteadyBeats.Straighten(smooth, end);
        var tempo = BeatSmoother.Bpm(fine);
        return new(
            best.Path.Model,
            fine,
            best.Path.Positions,
            tempo,
            [.. Ranked(paths, tempo, best.Bpm, candidates)],
            BeatSmoother.Stability(fine),
            Sureness(best.Score - otherTempo),
            Sureness(best.Score - otherBar),
            Math.Clamp(best.Path.Score * 2.5, 0, 1)
        );
    }

    private static IEnumerable<TempoCandidate> Ranked(
        List<(BeatPath Path, double Bpm, double Score)> paths,
        double tempo,
        double chosen,
        IReadOnlyList<TempoCandidate> candidates
    )
    {
        var scores = candidates
            .Select(c => (c.Bpm, Score: paths.Where(p => p.Bpm == c.Bpm).Select(p => p.Score).DefaultIfEmpty(-1).Max()))
            .Where(c => c.Score > -1)
            .OrderByDescending(c => c.Score)
            .ToList();
        return scores.Select(c => new TempoCandidate(
            c.Bpm == chosen ? tempo : c.Bpm,
            DeterministicMath.Exp(20 * (c.Score - scores[0].Score))
        ));
    }

    // 0.5 for a tie, near 1 for a clear lead.
    private static double Sureness(double lead) => 1 / (1 + DeterministicMath.Exp(-40 * Math.Clamp(lead, -1, 1)));
}
