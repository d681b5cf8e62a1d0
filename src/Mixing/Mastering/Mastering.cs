using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Finds the master gain and the limiter's plan for a mix held in memory: the gain that meets the loudness after limiting, the plan whose
/// result passes the ceiling nowhere, both checked on the result itself.
/// </summary>
internal sealed class Mastering(AudioBuffer mix, MixSettings settings, Workers workers)
{
    private const int Segment = 1 << 16;
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

    private readonly int _segments = (mix.Length + Segment - 1) / Segment;

    public (MasterCurve Curve, double GainDb, double LimiterDb) Find(double mixLufs, CancellationToken cancellation)
    {
        var peaks = new float[(mix.Length + Limiter.Block - 1) / Limiter.Block];
        workers.Run(_segments, segment => FindPeaks(segment, peaks), cancellation);
        var gainDb =
            settings.MasterGainDb
            ?? (double.IsFinite(mixLufs) ? Math.Min(settings.TargetLufs - mixLufs, MostGainDb) : 0);
        var (curve, least) = Limit(gainDb, peaks, cancellation);
        for (var round = 0; round < 4 && settings.MasterGainDb is null && least < 1; round++)
        {
            var off = settings.TargetLufs - Loudness(curve);
            if (!double.IsFinite(off) || Math.Abs(off) < LoudnessTolerance || gainDb + off > MostGainDb)
            {
                break;
            }

            gainDb += off;
            (curve, least) = Limit(gainDb, peaks, cancellation);
        }

        return (curve, gainDb, -DeterministicMath.ToDecibels(least));
    }

    private (MasterCurve Curve, float Least) Limit(double gainDb, float[] truePeaks, CancellationToken cancellation)
    {
        var gain = (float)DeterministicMath.FromDecibels(gainDb);
        var top = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp);
        var aim = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp - Headroom);
        var peaks = (float[])truePeaks.Clone();
        for (var round = 0; ; round++)
        {
            var plan = Limiter.Plan(peaks, gain, aim, ReleaseSeconds, mix.Rate);
            var curve = new MasterCurve(gain, plan, mix.Length, settings.FadeOutSeconds, mix.Rate);
            var least = plan.Length == 0 ? 1 : plan.Min();
            var over = least < 1 ? Over(curve, top, peaks, round < FineRounds ? FineStep : RoughStep, cancellation) : 0;
            if (over == 0)
            {
                return (curve, least);
            }

            if (round == MostRounds)
            {
                return (
                    new(gain * (top / over), plan, mix.Length, settings.FadeOutSeconds, mix.Rate),
                    least * (top / over)
                );
            }
        }
    }

    /// <summary>Raises the peaks of blocks that still pass the top; gives the highest of what was found, or 0.</summary>
    private float Over(MasterCurve curve, float top, float[] peaks, float step, CancellationToken cancellation)
    {
        var found = new float[_segments];
        workers.Run(
            _segments,
            segment =>
                Scan(
                    segment,
                    curve,
                    (block, peak) =>
                    {
                        if (peak > top)
                        {
                            peaks[block] *= peak / top * step;
                            found[segment] = Math.Max(found[segment], peak);
                        }
                    }
                ),
            cancellation
        );
        return found.Max();
    }

    private void FindPeaks(int segment, float[] peaks) => Scan(segment, null, (block, peak) => peaks[block] = peak);

    private void Scan(int segment, MasterCurve? curve, Action<int, float> visit)
    {
        // A margin of two blocks on each side holds what the interpolation looks at.
        const int Margin = 2 * Limiter.Block;
        var start = segment * Segment;
        var count = Math.Min(Segment, mix.Length - start);
        var padded = (count + Limiter.Block - 1) / Limiter.Block * Limiter.Block;
        var left = new float[padded + 2 * Margin];
        var right = new float[padded + 2 * Margin];
        var from = Math.Max(0, start - Margin);
        var to = Math.Min(mix.Length, start + count + Margin);
        var l = left.AsSpan(from - start + Margin, to - from);
        var r = right.AsSpan(from - start + Margin, to - from);
        mix.Left.AsSpan(from, to - from).CopyTo(l);
        mix.Right.AsSpan(from, to - from).CopyTo(r);
        curve?.Apply(from, l, r);
        for (var at = 0; at < count; at += Limiter.Block)
        {
            // One point earlier as well, so that the gap before a block belongs to it too.
            var first = at + Margin - TruePeak.Before - 1;
            const int Length = Limiter.Block + 1 + TruePeak.Before + TruePeak.After;
            var peak = Math.Max(TruePeak.Of(left.AsSpan(first, Length)), TruePeak.Of(right.AsSpan(first, Length)));
            visit((start + at) / Limiter.Block, peak);
        }
    }

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
