using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Troubadour.Faults;

/// <summary>One server process of the product, with an engine that hums, to be killed, frozen and thawed.</summary>
public sealed partial class Node : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int Stop = 19;
    private const int Continue = 18;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _name = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<double> _recoveries = new();

    private Node(Process process)
    {
        _process = process;
    }

    /// <summary>What it said.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>How long tasks lay dropped that it took up, in seconds.</summary>
    public IReadOnlyCollection<double> Recoveries => _recoveries;

    /// <summary>What it is called in the books, once it has started.</summary>
    public Task<string> Name => _name.Task;

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts one; it may not answer yet.</summary>
    /// <param name="settings">Its settings, as arguments.</param>
    /// <param name="prefix">A program and its arguments that start it, such as one that fakes the clock.</param>
    public static Node Launch(IEnumerable<string> settings, params string[] prefix)
    {
        string[] command = [.. prefix, Path.Combine(AppContext.BaseDirectory, "Troubadour.TestWorker"), .. settings];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        var node = new Node(Process.Start(start)!);
        node._process.OutputDataReceived += (_, line) => node.Read(line.Data);
        node._process.ErrorDataReceived += (_, line) => node.Read(line.Data);
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        return node;
    }

    /// <summary>The address that it listens on.</summary>
    /// <exception cref="InvalidOperationException">It ended; the message is what it said.</exception>
    public async Task<Uri> AddressAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task.WaitAsync(Patience), ended) == ended)
        {
            throw new InvalidOperationException("A server ended: " + string.Join('\n', Said));
        }

        return await _address.Task;
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = await AddressAsync() };
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await http.GetAsync("/readyz", patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Kills it, as a power cut does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        Send(Terminate);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Stops its time: it neither works nor answers, and does not know.</summary>
    public void Freeze() => Send(Stop);

    /// <summary>Lets it go on.</summary>
    public void Thaw() => Send(Continue);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    [GeneratedRegex(@"was taken up after ([0-9.,]+) s")]
    private static partial Regex TakenUp();

    [GeneratedRegex(@"([A-Za-z0-9.-]+) is (all|api|worker): ")]
    private static partial Regex Started();

    private void Send(int signal)
    {
        if (SendSignal(_process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {_process.Id} took no signal.");
        }
    }

    private void Read(string? line)
    {
        const string Mark = "Now listening on: ";
        if (line is null)
        {
            return;
        }

        Said.Enqueue(line);
        if (line.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0)
        {
            var url = line[(at + Mark.Length)..];
            _address.TrySetResult(new Uri(url[..url.IndexOf('"', StringComparison.Ordinal)]));
        }

        if (Started().Match(line) is { Success: true } started)
        {
            _name.TrySetResult(started.Groups[1].Value);
        }

        if (TakenUp().Match(line) is { Success: true } match)
        {
            _recoveries.Enqueue(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        }
    }
}
