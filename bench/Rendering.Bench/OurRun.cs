using System.Diagnostics;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>One rendering of all tracks by our player.</summary>
/// <param name="PlanSeconds">CPU seconds to plan and, in a cold cache, to decode.</param>
/// <param name="RenderSeconds">CPU seconds to render.</param>
/// <param name="WallSeconds">Wall seconds of both.</param>
/// <param name="MeanVoices">Voices sounding, averaged over the piece.</param>
/// <param name="MostVoices">Most voices at once.</param>
internal sealed record OurRun(
    double PlanSeconds,
    double RenderSeconds,
    double WallSeconds,
    double MeanVoices,
    int MostVoices
)
{
    private const int Block = 1024;

    private static readonly PlayerOptions Options = new() { HasSends = false, HasRoundRobin = false };

    /// <summary>CPU seconds of both.</summary>
    public double CpuSeconds => PlanSeconds + RenderSeconds;

    /// <summary>Renders with so many threads.</summary>
    public static OurRun Take(SoundBank bank, InstrumentTrack[] tracks, double seconds, int threads)
    {
        var clock = Stopwatch.StartNew();
        var before = Cpu();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var players = new InstrumentPlayer[tracks.Length];
        Parallel.For(
            0,
            tracks.Length,
            options,
            i => players[i] = new InstrumentPlayer(bank, tracks[i], options: Options)
        );
        var planned = Cpu();
        var blocks = (int)(seconds * Audio.SampleRate.House / Block);
        var sounding = new int[blocks];
        Parallel.For(0, players.Length, options, i => Render(players[i], blocks, sounding));
        var done = Cpu();
        return new OurRun(
            planned - before,
            done - planned,
            clock.Elapsed.TotalSeconds,
            sounding.Average(),
            sounding.Max()
        );
    }

    private static void Render(InstrumentPlayer player, int blocks, int[] sounding)
    {
        float[] left = new float[Block],
            right = new float[Block],
            reverb = new float[Block],
            chorus = new float[Block];
        for (var i = 0; i < blocks; i++)
        {
            player.Read(left, right, reverb, chorus);
            Interlocked.Add(ref sounding[i], player.Sounding);
        }
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
