using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Finds strokes in a stem of drums: where its bands rise together, a small network says which drums were struck (the way of R. Vogl,
/// M. Dorfer and P. Knees 2016, "Recurrent neural networks for drum transcription", without recurrence). Its weights were learnt on separated
/// stems of rendered songs (<c>Analysis.Bench learn</c>).
/// </summary>
internal static class DrumFinder
{
    /// <summary>The network's resource.</summary>
    public const string Weights = "Troubadour.Analysis.Drums.drums.bin";

    private const double QuietestDb = -32;
    private static readonly int s_kinds = Enum.GetValues<DrumKind>().Length;

    /// <summary>The strokes.</summary>
    /// <param name="stem">The drums.</param>
    /// <param name="mix">The song; drums that lie far under it are leaks of the separation.</param>
    /// <param name="gain">Factor that brings the song to the usual level.</param>
    /// <param name="rhythm">Its beats; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static DrumFacts Of(
        AudioBuffer stem,
        AudioBuffer mix,
        double gain,
        Rhythm? rhythm,
        CancellationToken cancellation
    )
    {
        if (!Power.IsHeard(stem, mix, QuietestDb))
        {
            return DrumFacts.None;
        }

        var frames = BandFrames.Of(stem, gain, cancellation);
        var features = new DrumFeatures(frames);
        var network = Perceptron.Load(Weights);
        var (values, sure) = (new float[features.Count], new double[s_kinds]);
        var hits = new List<(DrumHit Hit, double Level)>();
        foreach (var frame in frames.Peaks())
        {
            features.Read(frame, values);
            network.Run(values, sure);
            var second = Math.Max(0, (double)frame / BandFrames.Rate + BandFrames.Late);
            for (var k = 0; k < s_kinds; k++)
            {
                if (sure[k] >= 0.5)
                {
                    var hit = new DrumHit(second, BeatPlace.Place(second, rhythm), (DrumKind)k, 0, sure[k]);
                    hits.Add((hit, Level(frames, frame, (DrumKind)k)));
                }
            }
        }

        return hits.Count == 0 ? DrumFacts.None : new([.. Strong(hits)], hits.Average(hit => hit.Hit.Confidence));
    }

    // Against the louder strokes of the same kind.
    private static IEnumerable<DrumHit> Strong(List<(DrumHit Hit, double Level)> hits)
    {
        var tops = new double[s_kinds];
        foreach (var kind in hits.GroupBy(hit => hit.Hit.Kind))
        {
            var levels = kind.Select(hit => hit.Level).Order().ToList();
            tops[(int)kind.Key] = levels[levels.Count * 9 / 10];
        }

        return hits.Select(hit =>
            hit.Hit with
            {
                Strength = Math.Clamp(0.9 * hit.Level / Math.Max(1e-9, tops[(int)hit.Hit.Kind]), 0, 1),
            }
        );
    }

    private static double Level(BandFrames frames, int frame, DrumKind kind)
    {
        var (low, high) = kind switch
        {
            DrumKind.Kick => (0.0, 160.0),
            DrumKind.Snare => (150, 8000),
            DrumKind.Tom => (60, 500),
            DrumKind.Percussion => (200, 16000),
            _ => (5000, 20000),
        };
        var (sum, count) = (0.0, 0);
        for (var b = 0; b < frames.Bands; b++)
        {
            if (frames.Centres[b] >= low && frames.Centres[b] < high)
            {
                sum += DeterministicMath.Exp(Math.Max(frames[frame][b], frames[frame + 1][b])) - 1;
                count++;
            }
        }

        return sum / Math.Max(1, count);
    }
}
