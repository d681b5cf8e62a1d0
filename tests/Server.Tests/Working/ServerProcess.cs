using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Troubadour.Server.Tests.Working;

/// <summary>A server as a process of its own, to be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    public const string Key = "a-key-of-the-operator";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new();

    private ServerProcess(Process process)
    {
        _process = process;
    }

    public ConcurrentQueue<string> Output { get; } = new();

    public ConcurrentQueue<string> Errors { get; } = new();

    public int Id => _process.Id;

    public static ServerProcess Launch(string folder, params string[] settings)
    {
        var start = new ProcessStartInfo(TestServer.WorkerPath)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.ArgumentList.Add($"--Troubadour:DataDirectory={folder}");
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        var server = new ServerProcess(Process.Start(start)!);
        server._process.OutputDataReceived += (_, line) => server.Read(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Errors.Enqueue(line.Data ?? "");
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>The address it listens on.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(TimeSpan.FromMinutes(3));

    public static Api Client(Uri address) => new(new HttpClient { BaseAddress = address }, Key);

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public Task<int> TerminateAsync()
    {
        const int SigTerm = 15;
        Assert.Equal(0, SendSignal(_process.Id, SigTerm));
        return ExitAsync();
    }

    /// <summary>Its worker processes.</summary>
    public IReadOnlyList<int> Workers() => [.. Processes.ChildrenOf(_process.Id)];

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    private void Read(string? line)
    {
        const string Mark = "Now listening on: ";
        Output.Enqueue(line ?? "");
        if (line?.IndexOf(Mark, StringComparison.Ordinal) is { } at and >= 0)
        {
            var url = line[(at + Mark.Length)..];
            _address.TrySetResult(new Uri(url[..url.IndexOf('"', StringComparison.Ordinal)]));
        }
    }
}
