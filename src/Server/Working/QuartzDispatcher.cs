using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>
/// Quartz.NET 4: its store in memory for one server, in PostgreSQL for a cluster, where it sees to membership and takes up what a dead
/// server was at. One job a task, named by the task's id; all triggers start at one moment in the past, so that the priority alone (the
/// task's round, negated) decides the order. The only file that knows Quartz.
/// </summary>
internal sealed class QuartzDispatcher(
    ISchedulerFactory factory,
    TroubadourSettings settings,
    ILogger<QuartzDispatcher> logger
) : IDispatcher
{
    private const string Group = "music";
    private const string AccountPrefix = "account:";

    // Threads of its own beside those of the slots: its check-ins, its misfire handler, calls that plan and cancel.
    private const int SpareConnections = 6;

    // The same on every server.
    private static readonly DateTimeOffset Due = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _atWork = new(StringComparer.Ordinal);
    private IScheduler? _scheduler;
    private volatile bool _isRunning;

    public bool IsRunning => _isRunning;

    /// <summary>Adds the dispatcher and its scheduler to a host.</summary>
    public static void AddTo(IServiceCollection services, TroubadourSettings settings, NodeName node)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(settings.Slots);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "troubadour";
                scheduler.InstanceId = node.Value;
                scheduler.IdleWaitTime = Look;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            if (settings.Queue.RunningPerKey > 0)
            {
                var scope = settings.IsCluster ? ExecutionLimitScope.Cluster : ExecutionLimitScope.Node;
                quartz.UseExecutionLimits(limits =>
                    limits.ForGroupsWithPrefix(AccountPrefix, settings.Queue.RunningPerKey, scope)
                );
            }

            if (settings.IsCluster)
            {
                quartz.UsePersistentStore(store => UseCluster(store, settings));
            }
            else
            {
                quartz.UseInMemoryStore(store => { });
            }
        });
        services.AddSingleton<QuartzDispatcher>();
        services.AddSingleton<IDispatcher>(provider => provider.GetRequiredService<QuartzDispatcher>());
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        _scheduler = await factory.GetScheduler(cancellation);
        if (settings.Works)
        {
            await _scheduler.Start(cancellation);
        }

        _isRunning = true;
    }

    public async Task StopAsync(TimeSpan grace)
    {
        if (_scheduler is null)
        {
            return;
        }

        _isRunning = false;
        if (settings.Works)
        {
            await _scheduler.Standby();
            var end = Task.Delay(grace);
            while (!_atWork.IsEmpty && !end.IsCompleted)
            {
                await Task.Delay(50);
            }
        }

        await _scheduler.Shutdown(true);
    }

    public Task EnqueueAsync(OpenTask task, CancellationToken cancellation) =>
        EnqueueAsync(task, new ScheduleJobOptions(), cancellation);

    private async Task EnqueueAsync(OpenTask task, ScheduleJobOptions how, CancellationToken cancellation)
    {
        try
        {
            await PlanAsync(task, how, cancellation);
        }
        catch (Exception e) when (e is SchedulerException or DbException)
        {
            // Planned or at work already; or it could not be told now, and the reconciler will remind it.
            logger.LogDebug("Task {Task} was not planned: {Reason}", task.Id, e.Message);
        }
    }

    public async Task<int> RemindAsync(IReadOnlyList<OpenTask> tasks, CancellationToken cancellation)
    {
        var scheduler = await SchedulerAsync(cancellation);
        // What a dead server was at has lost its trigger. It is planned anew here, and by its old round at the head of the queue: Quartz's
        // own recovery would put it behind everything that waits.
        var keys = tasks.Select(task => new TriggerKey(task.Id, Group)).ToList();
        var known = (await scheduler.GetTriggers(keys, cancellation)).Select(trigger => trigger.Key.Name).ToHashSet();
        var forgotten = tasks.Where(task => !known.Contains(task.Id)).ToList();
        foreach (var task in forgotten)
        {
            await EnqueueAsync(task, cancellation);
            if (await scheduler.GetTrigger(new TriggerKey(task.Id, Group), cancellation) is null)
            {
                // Its job was left without a trigger.
                await EnqueueAsync(task, ScheduleJobOptions.Replacing, cancellation);
            }
        }

        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.GroupEquals(Group), cancellation);
        return forgotten.Count;
    }

    public async Task CancelAsync(string taskId, CancellationToken cancellation)
    {
        if (_atWork.TryGetValue(taskId, out var work))
        {
            await work.CancelAsync();
            return;
        }

        try
        {
            var scheduler = await SchedulerAsync(cancellation);
            var key = new JobKey(taskId, Group);
            if (settings.IsCluster)
            {
                await scheduler.Interrupt(key, cancellation);
            }

            await scheduler.DeleteJob(key, cancellation);
        }
        catch (Exception e) when (e is SchedulerException or DbException)
        {
            // Its row says that it is cancelled: whoever works on it learns so with the next sign of life.
            logger.LogWarning("Task {Task} was not taken out of the plan: {Reason}", taskId, e.Message);
        }
    }

    private static void UseCluster(IPersistentStoreBuilder store, TroubadourSettings settings)
    {
        var connection = PostgresBookDatabase.Complete(settings.Database.Connection, settings.Slots + SpareConnections);
        store.UsePostgres(NpgsqlFactory.Instance, connection);
        store.UseSystemTextJsonSerializer(_ => { });
        store.ProvisionSchema();
        store.ConfigureStore(options =>
        {
            options.StoreJobDataAsStrings = true;
            // A deep queue is not late.
            options.MisfireThreshold = TimeSpan.FromDays(30);
            options.MisfireHandlerFrequency = TimeSpan.FromMinutes(1);
        });
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = TimeSpan.FromSeconds(settings.Queue.CheckinSeconds);
            cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(settings.Queue.FailoverSeconds);
        });
    }

    private async Task PlanAsync(OpenTask task, ScheduleJobOptions how, CancellationToken cancellation)
    {
        var scheduler = await SchedulerAsync(cancellation);
        var job = JobBuilder.Create<DispatchedJob>().WithIdentity(task.Id, Group).Build();
        var trigger = TriggerBuilder
            .Create()
            .WithIdentity(task.Id, Group)
            .StartAt(Due)
            .WithPriority(-task.Round)
            .WithExecutionGroup(AccountPrefix + task.AccountId)
            .WithSchedule(
                SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)
            )
            .Build();
        await scheduler.ScheduleJob(job, trigger, how, cancellation);
    }

    private async ValueTask<IScheduler> SchedulerAsync(CancellationToken cancellation) =>
        _scheduler ??= await factory.GetScheduler(cancellation);

    private async Task RunAsync(string taskId, TaskRunner runner, CancellationToken interrupted)
    {
        if (!_isRunning)
        {
            return;
        }

        // Not disposed here: a cancel may come while the work ends.
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
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
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await dispatcher.RunAsync(context.JobDetail.Key.Name, runner, cancellationToken);
    }
}
