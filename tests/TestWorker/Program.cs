using Microsoft.Extensions.DependencyInjection;
using Troubadour.Cli;
using Troubadour.TestWorker;

// The product's own server and worker with an engine that hums: for tests that kill real processes.
var engine = new SineEngineFactory();
return args is ["worker"]
    ? await WorkerCommandLine.RunAsync(engine)
    : await ServeCommand.RunAsync(args, engine, default, WithClock);

// A test may move the server's clock.
static void WithClock(IServiceCollection services)
{
    if (Environment.GetEnvironmentVariable("TROUBADOUR_TEST_CLOCK") is { Length: > 0 } file)
    {
        services.AddSingleton<TimeProvider>(new MovedClock(file));
    }
}
