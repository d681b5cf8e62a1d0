using System.Diagnostics;

namespace Troubadour.Engine.Bench;

/// <summary>Reads this process's CPU time where the engine's progress passes from one stage to the next.</summary>
internal sealed class StageClock : IProgress<MakeProgress>
{
    // Where the stems are all mixed and mastering begins, as the engine's progress counts.
    private const double Mixed = 0.45 + (0.94 - 0.45) * 0.9 - 1e-6;

    private readonly Lock _lock = new();
    private readonly double _start = Cpu();
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private double _composed;
    private double _sung;
    private double _mixed;
    private double _mastered;
    private double _end;

    public double Compose => _composed - _start;

    public double Sing => _sung - _composed;

    public double PlayAndMix => _mixed - _sung;

    public double Master => _mastered - _mixed;

    public double Files => _end - _mastered;

    public double All => _end - _start;

    public double Wall { get; private set; }

    public void Report(MakeProgress value)
    {
        lock (_lock)
        {
            var now = Cpu();
            _composed = value.Stage >= MakeStage.Sing && _composed == 0 ? now : _composed;
            _sung = value.Stage <= MakeStage.Sing ? now : _sung;
            _mixed = value.Stage >= MakeStage.Mix && value.Fraction >= Mixed && _mixed == 0 ? now : _mixed;
            _mastered = value.Stage == MakeStage.Master && _mastered == 0 ? now : _mastered;
        }
    }

    public void Stop()
    {
        _end = Cpu();
        Wall = _wall.Elapsed.TotalSeconds;
    }

    public static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
