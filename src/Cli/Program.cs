using System.CommandLine;
using Troubadour.Cli;

var engine = new EngineFactory();
var root = new RootCommand("Troubadour: a music API of your own.")
{
    ServeCommand.Create(engine),
    WorkerCommandLine.Create(engine),
    KeysCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
