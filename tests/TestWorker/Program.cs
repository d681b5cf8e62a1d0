using Troubadour.Cli;
using Troubadour.TestWorker;

// The product's own server and worker with an engine that hums: for tests that kill real processes.
var engine = new SineEngineFactory();
return args is ["worker"]
    ? await WorkerCommandLine.RunAsync(engine)
    : await ServeCommand.RunAsync(args, engine, default);
