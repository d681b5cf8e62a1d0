namespace Troubadour.Server.Working;

/// <summary>The program that makes songs in a process of its own: reads orders from its input, writes progress to its output.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This very program with the argument "worker", also when it was started as "dotnet program.dll".</summary>
    public static WorkerCommand Own()
    {
        var path = Environment.ProcessPath ?? throw new InvalidOperationException("The program's own path is unknown.");
        return Path.GetFileNameWithoutExtension(path) == "dotnet"
            ? new WorkerCommand(path, [Environment.GetCommandLineArgs()[0], "worker"])
            : new WorkerCommand(path, ["worker"]);
    }
}
