using System.CommandLine;
using Troubadour.Cli;

using var engine = new EngineFactory();
var root = new RootCommand("Troubadour: a music API of your own.")
{
    ServeCommand.Create(engine),
    WorkerCommandLine.Create(engine),
    KeysCommand.Create(),
    MigrateCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    VerifyCommand.Create(),
    MakeCommand.Create(engine),
};

// The host itself sees to signals, and may need longer to stop than a parser would wait.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
