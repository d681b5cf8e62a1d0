using System.Data.Common;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Working;

/// <summary>Follows one order of an attempt: tells its progress to the books at most once a second, and its times to the meters.</summary>
internal sealed class WorkWatch(
    ClaimedTask task,
    double doneBefore,
    double share,
    WorkBook work,
    Meters meters,
    TimeProvider clock
)
{
    public const string TimedOut = "timed out";

    private readonly long _start = clock.GetTimestamp();
    private long? _lastTold;
    private MakeStage? _stage;
    private long _stageStart = clock.GetTimestamp();

    /// <exception cref="AttemptOverException">Nobody waits for this attempt any more.</exception>
    public async Task ReportAsync(WorkerReport report)
    {
        EnterStage(report.Stage);
        if (_lastTold is { } last && clock.GetElapsedTime(last) < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _lastTold = clock.GetTimestamp();
        var percent = (int)(100 * (doneBefore + share * (report.Fraction ?? 0)));
        if (!await TellAsync(percent))
        {
            throw new AttemptOverException();
        }
    }

    public void Done(double songSeconds)
    {
        EnterStage(null);
        meters.Made(songSeconds, clock.GetElapsedTime(_start));
    }

    private async Task<bool> TellAsync(int percent)
    {
        try
        {
            return await work.ProgressAsync(task.Id, task.Attempt, percent);
        }
        catch (DbException)
        {
            // The work is worth more than the number.
            return true;
        }
    }

    private void EnterStage(MakeStage? stage)
    {
        if (stage == _stage)
        {
            return;
        }

        if (_stage is { } before)
        {
            meters.Stage(before, clock.GetElapsedTime(_stageStart));
        }

        _stage = stage;
        _stageStart = clock.GetTimestamp();
    }
}
