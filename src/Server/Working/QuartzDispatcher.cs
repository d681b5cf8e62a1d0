using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Troubadour.Server.Working;

/// <summary>
/// Quartz.NET 4 with its store in memory. One job a task, named by the task's id; all triggers start at one moment in the past, so
/// that the priority alone (the fair round, negated) decides the order. The only file that knows Quartz.
/// </summary>
internal sealed class QuartzDispatcher(ISchedulerFactory factory, TimeProvider clock) : IDispatcher
{
    private const string Group = "music";
    private const string RoundKey = "round";

    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly FairOrder _order = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _atWork = new(StringComparer.Ordinal);
    private IScheduler? _scheduler;
    private volatile bool _isRunning;

    public bool IsRunning => _isRunning;

    /// <summary>Adds the dispatcher and its scheduler to a host.</summary>
    public static void AddTo(IServiceCollection services, int slots)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore(store => { });
            quartz.UseDefaultThreadPool(slots);
        });
        services.AddSingleton<QuartzDispatcher>();
        services.AddSingleton<IDispatcher>(provider => provider.GetRequiredService<QuartzDispatcher>());
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        _scheduler = await factory.GetScheduler(cancellation);
        await _scheduler.Start(cancellation);
        _isRunning = true;
    }

    public async Task StopAsync(TimeSpan grace)
    {
        if (_scheduler is null)
        {
            return;
        }

        _isRunning = false;
        await _scheduler.Standby();
        var deadline = clock.GetUtcNow() + grace;
        while (!_atWork.IsEmpty && clock.GetUtcNow() < deadline)
        {
            await Task.Delay(50);
        }

        foreach (var work in _atWork.Values)
        {
            await work.CancelAsync();
        }

        await _scheduler.Shutdown(true);
    }

    public async Task EnqueueAsync(string taskId, string accountId, CancellationToken cancellation)
    {
        var scheduler = _scheduler ??= await factory.GetScheduler(cancellation);
        var key = new JobKey(taskId, Group);
        if (await scheduler.Exists(key, cancellation))
        {
            return;
        }

        var round = _order.Enter(accountId);
        var job = JobBuilder
            .Create<DispatchedJob>()
            .WithIdentity(key)
            .UsingJobData(RoundKey, round.ToString(CultureInfo.InvariantCulture))
            .Build();
        var trigger = TriggerBuilder
            .Create()
            .WithIdentity(taskId, Group)
            .StartAt(_start)
            .WithPriority(-round)
            .WithSchedule(
                SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)
            )
            .Build();
        try
        {
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellation);
        }
        catch (SchedulerException) when (_isRunning)
        {
            // Another call planned it in between, or it ran already; the reconciler looks again if neither is so.
        }
    }

    public async Task CancelAsync(string taskId, CancellationToken cancellation)
    {
        if (_atWork.TryGetValue(taskId, out var work))
        {
            await work.CancelAsync();
        }
        else if (_scheduler is not null)
        {
            await _scheduler.DeleteJob(new JobKey(taskId, Group), cancellation);
        }
    }

    private async Task RunAsync(string taskId, int round, TaskRunner runner)
    {
        if (!_isRunning)
        {
            return;
        }

        _order.Serve(round);
        // Not disposed here: a cancel may come while the work ends, and a source without a timer holds nothing.
        var cancel = new CancellationTokenSource();
        _atWork[taskId] = cancel;
        try
        {
            await runner.RunAsync(taskId, cancel.Token);
        }
        finally
        {
            _atWork.TryRemove(taskId, out _);
        }
    }

    private sealed class DispatchedJob(QuartzDispatcher dispatcher, TaskRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var round = int.Parse((string)context.MergedJobDataMap[RoundKey]!, CultureInfo.InvariantCulture);
            await dispatcher.RunAsync(context.JobDetail.Key.Name, round, runner);
        }
    }
}
