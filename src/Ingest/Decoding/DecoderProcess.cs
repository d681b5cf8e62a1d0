using System.Diagnostics;

namespace Troubadour.Ingest;

/// <summary>
/// A running decoder. Its environment is empty but for the path to programs, its input is closed, what it says is looked at and thrown
/// away, and it is killed when this is disposed, whatever it does at that moment.
/// </summary>
internal sealed class DecoderProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<(bool Complained, bool NoSound)> _talk;
    private readonly CancellationTokenRegistration _killer;

    /// <summary>Starts it.</summary>
    /// <param name="arguments">See <see cref="DecoderCommand"/>.</param>
    /// <param name="folder">Where it stands.</param>
    /// <param name="cancellation">Kills it, which also ends a read of its output that waits.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    public DecoderProcess(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DecoderCommand.Program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _talk = ListenAsync(_process.StandardError);
        _killer = cancellation.Register(Kill);
    }

    /// <summary>The bytes that come out.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Waits for the end; the output must have been read.</summary>
    public async Task<DecoderEnd> EndAsync(CancellationToken cancellation)
    {
        var (complained, noSound) = await _talk.WaitAsync(cancellation);
        await _process.WaitForExitAsync(cancellation);
        return new(_process.ExitCode, complained, noSound);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _killer.Dispose();
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // A process that has ended is left alone.
    private void Kill() => _process.Kill(entireProcessTree: true);

    private static async Task<(bool Complained, bool NoSound)> ListenAsync(StreamReader errors)
    {
        const int LongestLine = 4096;
        var (complained, noSound) = (false, false);
        var block = new char[LongestLine];
        var line = "";
        try
        {
            for (int count; (count = await errors.ReadAsync(block)) > 0; )
            {
                var lines = (line + new string(block, 0, count)).Split('\n');
                foreach (var whole in lines.AsSpan(0, lines.Length - 1))
                {
                    complained |= IsComplaint(whole);
                    noSound |= whole.Contains("matches no streams", StringComparison.Ordinal);
                }

                line = lines[^1].Length < LongestLine ? lines[^1] : "";
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It was killed while it spoke.
        }

        return (complained, noSound);
    }

    // Pictures in a file's tags are of codecs that are not allowed; that says nothing about its sound.
    private static bool IsComplaint(string line) =>
        line.Length > 0
        && !line.Contains("not on whitelist", StringComparison.Ordinal)
        && !line.Contains("Last message repeated", StringComparison.Ordinal);
}
