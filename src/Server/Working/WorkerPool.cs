using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>The workers, one a slot. A slot's worker is replaced when it has died or was killed.</summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private static readonly TimeSpan StartPause = TimeSpan.FromSeconds(3);

    private readonly Channel<WorkerSlot> _free = Channel.CreateUnbounded<WorkerSlot>();
    private readonly List<WorkerSlot> _slots;
    private readonly WorkerCommand _command;
    private readonly EngineSettings _engineSettings;
    private readonly ILogger<WorkerPool> _logger;
    private volatile string? _fault = "The workers have not started yet.";

    public WorkerPool(
        TroubadourSettings settings,
        WorkerCommand command,
        EngineSettings engineSettings,
        ILogger<WorkerPool> logger
    )
    {
        _command = command;
        _engineSettings = engineSettings;
        _logger = logger;
        _slots = Enumerable.Range(0, settings.Slots).Select(_ => new WorkerSlot()).ToList();
        _slots.ForEach(slot => _free.Writer.TryWrite(slot));
    }

    /// <summary>Why no worker can start; null when the last start went well.</summary>
    public string? Fault => _fault;

    /// <summary>Starts every slot's worker ahead of the first task.</summary>
    public async Task WarmAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < _slots.Count; i++)
        {
            Return(await TakeAsync(cancellation));
        }
    }

    /// <summary>Waits for a free slot whose worker is ready, starting one as often as it takes.</summary>
    public async Task<WorkerSlot> TakeAsync(CancellationToken cancellation)
    {
        var slot = await _free.Reader.ReadAsync(cancellation);
        try
        {
            while (slot.Worker is not { IsAlive: true })
            {
                await slot.ClearAsync();
                await StartAsync(slot, cancellation);
            }

            return slot;
        }
        catch
        {
            Return(slot);
            throw;
        }
    }

    public void Return(WorkerSlot slot) => _free.Writer.TryWrite(slot);

    public async ValueTask DisposeAsync()
    {
        foreach (var slot in _slots)
        {
            await slot.ClearAsync();
        }
    }

    private async Task StartAsync(WorkerSlot slot, CancellationToken cancellation)
    {
        try
        {
            slot.Worker = await WorkerProcess.StartAsync(_command, _engineSettings.Values, _logger, cancellation);
            _fault = null;
        }
        catch (WorkerDiedException e)
        {
            _fault = e.Message;
            _logger.LogError("A worker could not start: {Reason}", e.Message);
            await Task.Delay(StartPause, cancellation);
        }
    }
}
