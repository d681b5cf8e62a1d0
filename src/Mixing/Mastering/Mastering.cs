using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Finds the master gain and the limiter's plan for a mix held in memory: the gain that meets the loudness after limiting, the plan whose
/// result passes the ceiling nowhere, both checked on the result itself.
/// </summary>
internal sealed class Mastering(AudioBuffer mix, int[] glue, MixSettings settings, Workers workers)
{
    private const double ReleaseSeconds = 0.09;
    private const double LoudnessTolerance = 0.05;
    private const double MostGainDb = 40;

    // The interpolation of the meter passes its ceiling by less than this where the gain moves.
    private const double Headroom = 0.05;

    // Blocks that pass the ceiling are turned down a little more each round, from the rough ones on in larger steps. What lies elsewhere is
    // left alone, so that a loud place does not change a song's other places.
    private const int FineRounds = 6;
    private const int MostRounds = 40;
    private const float FineStep = 1.002f;
    private const float RoughStep = 1.03f;

    private readonly int _segments = SegmentWindow.Count(mix);

    /// <summary>Finds both.</summary>
    /// <param name="mixLufs">The loudness of the mix under its glue.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public MasterPlan Find(double mixLufs, CancellationToken cancellation)
    {
        var peaks = new float[(mix.Length + Limiter.Block - 1) / Limiter.Block];
        FindPeaks(peaks, cancellation);
        var gainDb =
            settings.MasterGainDb
            ?? (double.IsFinite(mixLufs) ? Math.Min(settings.TargetLufs - mixLufs, MostGainDb) : 0);
        var plan = Limit(gainDb, peaks, cancellation);
        for (var round = 0; round < 4 && settings.MasterGainDb is null && plan.Least < 1; round++)
        {
            var off = settings.TargetLufs - Loudness(plan.Curve);
            if (!double.IsFinite(off) || Math.Abs(off) < LoudnessTolerance || gainDb + off > MostGainDb)
            {
                break;
            }

            gainDb += off;
            plan = Limit(gainDb, peaks, cancellation);
        }

        return plan;
    }

    private MasterPlan Limit(double gainDb, float[] truePeaks, CancellationToken cancellation)
    {
        var gain = (float)DeterministicMath.FromDecibels(gainDb);
        var top = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp);
        var aim = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp - Headroom);
        var peaks = (float[])truePeaks.Clone();
        var lower = 0;
        for (var round = 0; ; round++)
        {
            var limits = Limiter.Plan(peaks, gain, aim, ReleaseSeconds, mix.Rate);
            var steps = GainSteps.Sum(glue, limits, lower);
            var curve = Curve(gain, steps);
            var least = limits.Min();
            var over = least < 1 ? Over(curve, top, peaks, round < FineRounds ? FineStep : RoughStep, cancellation) : 0;
            if (over == 0 || lower > 0)
            {
                return new(curve, new(steps), gainDb, least);
            }

            // What cannot be met where it is passed is met by less of all.
            lower = round == MostRounds ? 1 - GainSteps.Below(top / over) : 0;
        }
    }

    private MasterCurve Curve(float gain, ReadOnlySpan<int> steps) =>
        new(gain, steps, mix.Length, settings.FadeOutSeconds, mix.Rate);

    /// <summary>Raises the peaks of blocks that still pass the top; gives the highest of what was found, or 0.</summary>
    private float Over(MasterCurve curve, float top, float[] peaks, float step, CancellationToken cancellation)
    {
        var found = new float[_segments];
        Scan(
            curve,
            (segment, block, peak) =>
            {
                if (peak > top)
                {
                    peaks[block] *= peak / top * step;
                    found[segment] = Math.Max(found[segment], peak);
                }
            },
            cancellation
        );
        return found.Max();
    }

    private void FindPeaks(float[] peaks, CancellationToken cancellation) =>
        Scan(Curve(1, glue), (_, block, peak) => peaks[block] = peak, cancellation);

    private void Scan(MasterCurve curve, Action<int, int, float> visit, CancellationToken cancellation) =>
        workers.Run(
            _segments,
            segment =>
            {
                var window = new SegmentWindow(mix, segment, curve);
                for (var block = 0; block < window.Blocks; block++)
                {
                    visit(segment, window.FirstBlock + block, window.Peak(block));
                }
            },
            cancellation
        );

    private double Loudness(MasterCurve curve)
    {
        var meter = new LoudnessMeter(mix.Rate);
        var left = new float[8192];
        var right = new float[8192];
        for (var start = 0; start < mix.Length; start += left.Length)
        {
            var count = Math.Min(left.Length, mix.Length - start);
            mix.Left.AsSpan(start, count).CopyTo(left);
            mix.Right.AsSpan(start, count).CopyTo(right);
            curve.Apply(start, left.AsSpan(0, count), right.AsSpan(0, count));
            meter.Process(left.AsSpan(0, count), right.AsSpan(0, count));
        }

        return meter.Integrated;
    }
}
