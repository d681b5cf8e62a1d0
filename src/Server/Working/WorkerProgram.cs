using System.Text.Json;
using System.Threading.Channels;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>
/// The worker's side: loads the engine once, then makes one song after another as orders come in, a JSON line each. Ends when its
/// input closes, so that no worker outlives its server.
/// </summary>
public static class WorkerProgram
{
    /// <summary>Runs until the input closes.</summary>
    /// <param name="factory">Makes the engine.</param>
    /// <param name="settings">Values set under "Troubadour:Engine".</param>
    /// <param name="input">Orders.</param>
    /// <param name="output">Reports; nothing else may write to it.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(
        IEngineFactory factory,
        IReadOnlyDictionary<string, string> settings,
        Stream input,
        Stream output
    )
    {
        ArgumentNullException.ThrowIfNull(factory);
        var reporter = new WorkerReporter(output);
        using var closed = new CancellationTokenSource();
        var orders = Channel.CreateUnbounded<WorkerOrder>();
        var reading = Task.Run(() => ReadAsync(input, orders.Writer, closed));
        IMusicEngine engine;
        try
        {
            engine = factory.Create(settings, EnginePurpose.Make);
        }
#pragma warning disable CA1031 // Whatever stops the engine is told to the server, which tells the operator.
        catch (Exception e)
#pragma warning restore CA1031
        {
            reporter.Send(new WorkerReport(WorkerReportKind.Unready, Message: e.Message));
            return 1;
        }

        reporter.Send(new WorkerReport(WorkerReportKind.Ready));
        await foreach (var order in orders.Reader.ReadAllAsync())
        {
            await MakeAsync(engine, order, reporter, closed.Token);
        }

        await reading;
        return 0;
    }

    private static async Task MakeAsync(
        IMusicEngine engine,
        WorkerOrder order,
        WorkerReporter reporter,
        CancellationToken cancellation
    )
    {
        try
        {
            var request = new MakeRequest(order.Order, order.Directory, WithStems: false, order.WithMp3)
            {
                Source = ReadSource(order.Source),
                Recording = order.Recording,
            };
            var song = await engine.MakeAsync(request, reporter, cancellation);
            reporter.Send(new WorkerReport(WorkerReportKind.Done, Song: song));
        }
        catch (SongRefusedException e)
        {
            reporter.Send(new WorkerReport(WorkerReportKind.Refused, Message: e.Message));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server is gone; there is nobody to tell.
        }
#pragma warning disable CA1031 // One song's failure must not end the worker.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Without its message, which may quote lyrics.
            await Console.Error.WriteLineAsync($"{e.GetType()}{Environment.NewLine}{e.StackTrace}");
            reporter.Send(new WorkerReport(WorkerReportKind.Failed, Message: e.GetType().Name));
        }
    }

    private static Song? ReadSource(string? path)
    {
        if (path is null)
        {
            return null;
        }

        using var file = File.OpenRead(path);
        return SongFile.Read(file);
    }

    private static async Task ReadAsync(Stream input, ChannelWriter<WorkerOrder> orders, CancellationTokenSource closed)
    {
        using var reader = new StreamReader(input);
        while (await reader.ReadLineAsync() is { } line)
        {
            await orders.WriteAsync(JsonSerializer.Deserialize<WorkerOrder>(line, WorkerJson.Options)!);
        }

        orders.Complete();
        await closed.CancelAsync();
        // An engine deep in a loop may be slow to notice; the server that wanted its song is gone.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Environment.Exit(0);
    }
}
