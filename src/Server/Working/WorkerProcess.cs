using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Troubadour.Server.Working;

/// <summary>
/// One worker as the server sees it: a child process at low priority, its engine kept warm from song to song. It closes when this
/// is disposed, or by itself when the server is gone.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const string Nice = "/usr/bin/nice";

    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
    }

    public bool IsAlive => !_process.HasExited;

    public int ProcessId => _process.Id;

    /// <summary>Resident memory in bytes; 0 when it has ended.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Starts a worker and waits until its engine is loaded.</summary>
    /// <exception cref="WorkerDiedException">It could not start; the message says why.</exception>
    public static async Task<WorkerProcess> StartAsync(
        WorkerCommand command,
        IReadOnlyDictionary<string, string> engineSettings,
        ILogger logger,
        CancellationToken cancellation
    )
    {
        var process = Launch(command, engineSettings);
        var worker = new WorkerProcess(process);
        try
        {
            process.ErrorDataReceived += (_, line) =>
            {
                if (!string.IsNullOrEmpty(line.Data))
                {
                    logger.LogWarning("Worker {Worker}: {Line}", process.Id, line.Data);
                }
            };
            process.BeginErrorReadLine();
            var first = await worker.ReadAsync(cancellation);
            return first.Kind == WorkerReportKind.Ready
                ? worker
                : throw new WorkerDiedException(first.Message ?? "The engine could not be loaded.");
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes one song; returns the last report: done, refused or failed.</summary>
    /// <exception cref="WorkerDiedException">The worker ended on the way.</exception>
    public async Task<WorkerReport> MakeAsync(
        WorkerOrder order,
        Func<WorkerReport, Task> onProgress,
        CancellationToken cancellation
    )
    {
        try
        {
            var line = JsonSerializer.Serialize(order, WorkerJson.Options);
            await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException e)
        {
            throw new WorkerDiedException("The worker ended.", e);
        }

        while (true)
        {
            var report = await ReadAsync(cancellation);
            if (report.Kind != WorkerReportKind.Progress)
            {
                return report;
            }

            await onProgress(report);
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(WorkerCommand command, IReadOnlyDictionary<string, string> engineSettings)
    {
        var start = new ProcessStartInfo
        {
            FileName = File.Exists(Nice) ? Nice : command.FileName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (start.FileName == Nice)
        {
            start.ArgumentList.Add("-n");
            start.ArgumentList.Add("10");
            start.ArgumentList.Add(command.FileName);
        }

        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in engineSettings)
        {
            start.Environment[$"Troubadour__Engine__{name}"] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new WorkerDiedException("The worker did not start.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new WorkerDiedException($"The worker did not start: {e.Message}", e);
        }
    }

    private static bool IsOurs(string name) => name.StartsWith("Troubadour__", StringComparison.OrdinalIgnoreCase);

    private async Task<WorkerReport> ReadAsync(CancellationToken cancellation)
    {
        var line =
            await _process.StandardOutput.ReadLineAsync(cancellation)
            ?? throw new WorkerDiedException("The worker ended.");
        try
        {
            return JsonSerializer.Deserialize<WorkerReport>(line, WorkerJson.Options)
                ?? throw new WorkerDiedException("The worker sent an empty report.");
        }
        catch (JsonException e)
        {
            throw new WorkerDiedException("The worker sent something else than a report.", e);
        }
    }
}
