using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Masters a mix of which one group keeps its sound. The held group gets the gains it had; the live one a master gain that brings the whole
/// to its loudness, its glue, and a fit: where both together, or it alone, would pass the ceiling, it steps back as far as needed, by the
/// limiter's windows. Only where the held group passes full scale by itself does it give way too.
/// </summary>
internal sealed class HeldMastering(
    AudioBuffer held,
    AudioBuffer live,
    int[] glue,
    MixSettings settings,
    Workers workers
)
{
    // Up to here a file holds it.
    private const double HighestDbtp = 0;

    // Short: what makes room is a peak that hides the gap, and pumping would be heard longer than it.
    private const double ReleaseSeconds = 0.025;
    private const double Headroom = 0.05;
    private const int FineRounds = 6;
    private const int MostRounds = 40;
    private const float FineStep = 0.998f;
    private const float RoughStep = 0.9f;

    private readonly float[] _tops = new float[(held.Length + Limiter.Block - 1) / Limiter.Block];
    private readonly float _ceiling = (float)DeterministicMath.FromDecibels(settings.CeilingDbtp);
    private readonly int _segments = SegmentWindow.Count(held);

    /// <summary>Puts the held group into its final state, in place, and gives its gains.</summary>
    /// <exception cref="ArgumentException">Its track is of another length.</exception>
    public MasterPlan Hold(HeldGroup group, CancellationToken cancellation)
    {
        var steps = group.Track.Steps.ToArray();
        if (steps.Length != GainTrack.Edges(held.Length))
        {
            throw new ArgumentException("The held group's track is not of the song's length.", nameof(group));
        }

        var own = settings with { MasterGainDb = group.GainDb, CeilingDbtp = HighestDbtp };
        var plan = new Mastering(held, steps, own, workers).Find(null, cancellation);
        plan.Curve.Apply(0, held.Left, held.Right);
        FindTops(cancellation);
        return plan;
    }

    /// <summary>Finds the live group's gains beside the held group, which is in its final state.</summary>
    public MasterPlan Find(HeldGroup group, CancellationToken cancellation)
    {
        if (settings.MasterGainDb is { } given)
        {
            return Fitted(given, cancellation);
        }

        var usualDb = group.GainDb + group.OthersDb;
        var plan = Fitted(usualDb, cancellation);
        var loudness = Loudness(plan.Curve);
        if (!double.IsFinite(loudness))
        {
            return plan;
        }

        var search = new LiveGainSearch(usualDb, group.SearchDb, settings.TargetLufs);
        while (search.Next(plan.GainDb, loudness) is { } next)
        {
            plan = Fitted(next, cancellation);
            loudness = Loudness(plan.Curve);
        }

        return search.Best == plan.GainDb ? plan : Fitted(search.Best, cancellation);
    }

    private MasterPlan Fitted(double gainDb, CancellationToken cancellation)
    {
        var gain = (float)DeterministicMath.FromDecibels(gainDb);
        var needs = new float[_tops.Length];
        Array.Fill(needs, 1);
        var open = new bool[_segments];
        Array.Fill(open, true);
        for (var round = 0; ; round++)
        {
            var limits = Limiter.Plan(needs, ReleaseSeconds, held.Rate);
            var steps = GainSteps.Sum(glue, limits, 0);
            var curve = new MasterCurve(gain, steps, held.Length, settings.FadeOutSeconds, held.Rate);
            var step =
                round == 0 ? 1
                : round < FineRounds ? FineStep
                : RoughStep;
            open = Lower(curve, needs, step, open, cancellation);
            if (!open.Contains(true) || round == MostRounds)
            {
                return new(curve, new(steps), gainDb, limits.Min());
            }
        }
    }

    /// <summary>
    /// Lowers what blocks of open segments need that pass their tops under a curve; gives the segments that are open then: those where a gain
    /// has moved.
    /// </summary>
    private bool[] Lower(MasterCurve curve, float[] needs, float step, bool[] open, CancellationToken cancellation)
    {
        var headroom = (float)DeterministicMath.FromDecibels(-Headroom);
        var moved = new bool[_segments];
        workers.Run(
            _segments,
            segment =>
            {
                if (!open[segment])
                {
                    return;
                }

                var beside = new SegmentWindow(held, segment, null);
                var window = new SegmentWindow(live, segment, curve);
                for (var block = 0; block < window.Blocks; block++)
                {
                    var at = window.FirstBlock + block;
                    var alone = window.Peak(block);
                    if (alone > _ceiling || Fit.Peak(beside, window, block, 1) > _tops[at])
                    {
                        var fit = Fit.Of(beside, window, block, headroom * _tops[at]);
                        needs[at] *= step * Math.Min(fit, headroom * _ceiling / alone);
                        moved[segment] = true;
                    }
                }
            },
            cancellation
        );

        // A gain that falls is felt a little before it and after it.
        return [.. moved.Select((_, i) => moved.AsSpan(Math.Max(0, i - 1)..Math.Min(_segments, i + 2)).Contains(true))];
    }

    private void FindTops(CancellationToken cancellation)
    {
        var headroom = (float)DeterministicMath.FromDecibels(Headroom + 0.01);
        workers.Run(
            _segments,
            segment =>
            {
                var window = new SegmentWindow(held, segment, null);
                for (var block = 0; block < window.Blocks; block++)
                {
                    _tops[window.FirstBlock + block] = Math.Max(_ceiling, headroom * window.Peak(block));
                }
            },
            cancellation
        );
    }

    private double Loudness(MasterCurve curve)
    {
        var meter = new LoudnessMeter(held.Rate);
        var left = new float[8192];
        var right = new float[8192];
        for (var start = 0; start < live.Length; start += left.Length)
        {
            var l = left.AsSpan(0, Math.Min(left.Length, live.Length - start));
            var r = right.AsSpan(0, l.Length);
            live.Left.AsSpan(start, l.Length).CopyTo(l);
            live.Right.AsSpan(start, l.Length).CopyTo(r);
            curve.Apply(start, l, r);
            Kernels.Add(l, held.Left.AsSpan(start, l.Length));
            Kernels.Add(r, held.Right.AsSpan(start, l.Length));
            meter.Process(l, r);
        }

        return meter.Integrated;
    }
}
