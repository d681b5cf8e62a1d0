using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Finds the master gain and the limiter's plan for a mix held in memory: the gain that meets the loudness after limiting, the plan whose
/// result passes the ceiling nowhere, checked on the result itself wherever the limiter moves.
/// </summary>
internal sealed class Mastering(AudioBuffer mix, int[] glue, MixSettings settings, Workers workers)
{
    private const double ReleaseSeconds = 0.09;
    private const double LoudnessTolerance = 0.02;
    private const double MostGainDb = 40;
    private const int MostGains = 6;

    // The interpolation of the meter passes its ceiling by less than this where the gain moves.
    private const double Headroom = 0.05;

    // Blocks that pass the ceiling are turned down a little more each round, from the rough ones on in larger steps. What lies elsewhere is
    // left alone, so that a loud place does not change a song's other places.
    private const int FineRounds = 6;
    private const int MostRounds = 40;
    private const float FineStep = 1.002f;
    private const float RoughStep = 1.03f;

    private readonly int _blocks = (mix.Length + Limiter.Block - 1) / Limiter.Block;
    private readonly float _top = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp);
    private readonly float _aim = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp - Headroom);

    /// <summary>Finds both.</summary>
    /// <param name="loudness">What the mix is before its glue; null where the gain is given.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public MasterPlan Find(LoudnessBlocks? loudness, CancellationToken cancellation)
    {
        var peaks = new float[_blocks];
        FindPeaks(peaks, cancellation);
        var gainDb = settings.MasterGainDb ?? GainDb(loudness, peaks);
        return Limit(gainDb, peaks, cancellation);
    }

    // What the ceiling asks beyond the first plan of the limiter is too little to be heard in the loudness.
    private double GainDb(LoudnessBlocks? loudness, float[] peaks)
    {
        if (loudness is null)
        {
            return 0;
        }

        var gainDb = 0.0;
        for (var round = 0; round < MostGains; round++)
        {
            var limits = round == 0 ? null : Limiter.Plan(peaks, Ratio(gainDb), _aim, ReleaseSeconds, mix.Rate);
            var off = settings.TargetLufs - gainDb - loudness.Integrated(Edges(limits));
            if (!double.IsFinite(off) || Math.Abs(off) < LoudnessTolerance || gainDb + off > MostGainDb)
            {
                return double.IsFinite(off) && round == 0 ? Math.Min(off, MostGainDb) : gainDb;
            }

            gainDb += off;
        }

        return gainDb;
    }

    private float[] Edges(float[]? limits)
    {
        var edges = new float[glue.Length];
        for (var edge = 0; edge < edges.Length; edge++)
        {
            edges[edge] = GainSteps.Ratio(glue[edge]) * (limits?[edge] ?? 1);
        }

        return edges;
    }

    private MasterPlan Limit(double gainDb, float[] truePeaks, CancellationToken cancellation)
    {
        var gain = Ratio(gainDb);
        var peaks = (float[])truePeaks.Clone();
        var lower = 0;
        for (var round = 0; ; round++)
        {
            var limits = Limiter.Plan(peaks, gain, _aim, ReleaseSeconds, mix.Rate);
            var steps = GainSteps.Sum(glue, limits, lower);
            var curve = Curve(gain, steps);
            var step = round < FineRounds ? FineStep : RoughStep;
            var over = Over(curve, limits, peaks, step, cancellation);
            if (over == 0 || lower > 0)
            {
                return new(curve, new(steps), gainDb, limits.Min());
            }

            // What cannot be met where it is passed is met by less of all.
            lower = round == MostRounds ? 1 - GainSteps.Below(_top / over) : 0;
        }
    }

    private static float Ratio(double gainDb) => (float)DeterministicMath.FromDecibels(gainDb);

    private MasterCurve Curve(float gain, ReadOnlySpan<int> steps) =>
        new(gain, steps, mix.Length, settings.FadeOutSeconds, mix.Rate);

    /// <summary>
    /// Raises the peaks of blocks that still pass the top; gives the highest of what was found, or 0. Where the limiter rests, a block's peak is the
    /// one that the plan was made from, so only blocks near those that are limited are read.
    /// </summary>
    private float Over(MasterCurve curve, float[] limits, float[] peaks, float step, CancellationToken cancellation)
    {
        var runs = Runs(limits);
        var found = new float[runs.Count];
        workers.Run(
            runs.Count,
            run =>
            {
                Span<float> read = stackalloc float[runs[run].Count];
                BlockPeaks.Read(mix, curve, runs[run].First, read);
                for (var i = 0; i < read.Length; i++)
                {
                    if (read[i] > _top)
                    {
                        peaks[runs[run].First + i] *= read[i] / _top * step;
                        found[run] = Math.Max(found[run], read[i]);
                    }
                }
            },
            cancellation
        );
        return found.Length == 0 ? 0 : found.Max();
    }

    private List<(int First, int Count)> Runs(float[] limits)
    {
        var runs = new List<(int First, int Count)>();
        for (var block = 0; block < _blocks; block++)
        {
            if (limits.AsSpan(Math.Max(0, block - 1)..Math.Min(limits.Length, block + 3)).IndexOfAnyExcept(1f) < 0)
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].First + runs[^1].Count == block && runs[^1].Count < BlockPeaks.Most)
            {
                runs[^1] = (runs[^1].First, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((block, 1));
            }
        }

        return runs;
    }

    private void FindPeaks(float[] peaks, CancellationToken cancellation)
    {
        var curve = Curve(1, glue);
        workers.Run(
            (_blocks + BlockPeaks.Most - 1) / BlockPeaks.Most,
            run =>
            {
                var first = run * BlockPeaks.Most;
                BlockPeaks.Read(mix, curve, first, peaks.AsSpan(first, Math.Min(BlockPeaks.Most, _blocks - first)));
            },
            cancellation
        );
    }
}
