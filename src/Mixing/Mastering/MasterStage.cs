using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>What happens once all groups are mixed: their gains are found, the stems handed over, the master made and measured.</summary>
internal sealed class MasterStage(
    MixSettings settings,
    MixOptions options,
    Workers workers,
    IReadOnlyList<MixGroup> groups,
    BusGlue glue
)
{
    private AudioBuffer Live => groups[^1].Mix;

    /// <summary>Makes the master; the report leaves out the channels.</summary>
    /// <param name="mixLoudness">The loudness of the mix before its glue, where it was measured.</param>
    /// <param name="stems">The stems that are asked for.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public MixResult Run(LoudnessBlocks? mixLoudness, IEnumerable<StemLine> stems, CancellationToken cancellation)
    {
        var plans = Plans(mixLoudness, cancellation);
        foreach (var stem in stems)
        {
            stem.Emit(options.Stems!, plans.Of(stem.Group), options.FirstFrame, Live.Length, cancellation);
        }

        plans.Live.Curve.Apply(0, Live.Left, Live.Right);
        foreach (var held in groups.SkipLast(1))
        {
            Kernels.Add(Live.Left, held.Mix.Left);
            Kernels.Add(Live.Right, held.Mix.Right);
        }

        var master = Given();
        LoudnessMeter? loudness = null;
        TruePeakMeter? peak = null;
        workers.Run(
            2,
            i =>
            {
                if (i == 0)
                {
                    loudness = LoudnessMeter.Of(master);
                }
                else
                {
                    peak = TruePeakMeter.Of(master);
                }
            },
            cancellation
        );
        options.Progress?.Report(1);
        return new(master, Report(loudness!, peak!, plans));
    }

    private MixPlans Plans(LoudnessBlocks? mixLoudness, CancellationToken cancellation)
    {
        if (settings.Held is not { } held)
        {
            return new(new Mastering(Live, glue.Steps, settings, workers).Find(mixLoudness, cancellation), null);
        }

        var around = new HeldMastering(groups[0].Mix, Live, glue.Steps, settings, workers);
        var heldPlan = around.Hold(held, cancellation);
        return new(around.Find(held, cancellation), heldPlan);
    }

    private AudioBuffer Given()
    {
        var first = Math.Min(options.FirstFrame, Live.Length);
        if (first == 0)
        {
            return Live;
        }

        var given = new AudioBuffer(Live.Length - first, Live.Rate);
        Live.Left.AsSpan(first).CopyTo(given.Left);
        Live.Right.AsSpan(first).CopyTo(given.Right);
        return given;
    }

    private MixReport Report(LoudnessMeter loudness, TruePeakMeter peak, MixPlans plans) =>
        new(
            loudness.Integrated,
            loudness.Range,
            peak.Decibels,
            DeterministicMath.ToDecibels(peak.SamplePeak),
            plans.Live.GainDb,
            -DeterministicMath.ToDecibels(Math.Max(plans.Live.Least, 1e-6f)),
            (double)(glue.Steps[0] - glue.Least) / GainSteps.PerDb,
            loudness.ShortTerm,
            []
        )
        {
            Track = plans.Live.Track,
            Tone = groups[^1].Tone,
            HeldTrack = plans.Held?.Track,
            HardShare = plans.Live.Share(glue.Steps, -GainSteps.PerDb),
            DeepShare = plans.Live.Share(glue.Steps, -3 * GainSteps.PerDb),
        };
}
