using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>"troubadour worker": makes songs for a server, which starts it by itself.</summary>
public static class WorkerCommandLine
{
    /// <summary>The verb; not listed, because people have no use for it.</summary>
    public static Command Create(IEngineFactory engine)
    {
        var command = new Command("worker", "Make songs for a server.") { Hidden = true };
        command.SetAction((_, _) => RunAsync(engine));
        return command;
    }

    /// <summary>Runs until the server closes the input.</summary>
    public static async Task<int> RunAsync(IEngineFactory engine)
    {
        // Signals to the whole group are the server's to answer; a worker ends when the server closes its input.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // Reports alone go to the output: whatever a library prints must not mix with them.
        Console.SetOut(Console.Error);
        return await WorkerProgram.RunAsync(engine, SettingsReader.ReadEngine(configuration), input, output);
    }
}
