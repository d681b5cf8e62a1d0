using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Scalar.AspNetCore;
using Troubadour.Server.Families;
using Troubadour.Server.Families.Account;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;
using Troubadour.Server.Uploads;
using Troubadour.Server.V1;
using Troubadour.Server.Working;

namespace Troubadour.Server;

/// <summary>Puts the server together.</summary>
public static class TroubadourHost
{
    /// <summary>Builds the server. Its data directory is locked from its start until it is disposed.</summary>
    /// <param name="args">Command line settings, such as --Troubadour:Workers=2.</param>
    /// <param name="engine">Which engine it has.</param>
    /// <param name="configure">Changes to the services, for programs that embed the server.</param>
    /// <exception cref="SettingsException">It cannot start as it is set up; running it may throw this too.</exception>
    public static WebApplication Build(
        string[] args,
        IEngineFactory engine,
        Action<IServiceCollection>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(engine);
        var builder = WebApplication.CreateBuilder(args);
        var settings = SettingsReader.Read(builder.Configuration, engine.Settings);
        builder.ListenByDefault();
        builder.AddTelemetry(settings.Metrics.Prometheus);
        var engineSettings = EngineValues(builder.Configuration, engine, settings);
        engine.Check(engineSettings);
        builder.Services.AddEngine(engine, new EngineSettings(engineSettings));
        builder.Services.AddBooks(settings);
        builder.Services.AddWork(settings);
        builder.Services.AddHttp(settings);
        builder.Services.AddWebhooks(settings);
        builder.Services.AddUploads();
        builder.Services.AddApiDocument(AllFamilies.Abouts);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<ErrorBoundary>();
        app.MapHealth();
        if (settings.Metrics.Prometheus)
        {
            app.MapMetrics();
        }

        if (settings.Answers)
        {
            MapCalls(app);
        }

        return app;
    }

    private static void MapCalls(WebApplication app)
    {
        app.UseCors();
        app.MapFamilies();
        app.MapAccount();
        app.MapTasks();
        app.MapWebhooks();
        app.MapClips();
        app.MapStorage();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/scalar");
    }

    // An engine that keeps sung phrases keeps them with the server's data, unless it is told where.
    private static Dictionary<string, string> EngineValues(
        IConfiguration configuration,
        IEngineFactory engine,
        TroubadourSettings settings
    )
    {
        const string Takes = "Takes";
        var values = new Dictionary<string, string>(
            SettingsReader.ReadEngine(configuration),
            StringComparer.OrdinalIgnoreCase
        );
        if (engine.Settings.Contains(Takes))
        {
            values.TryAdd(Takes, Path.GetFullPath(Path.Combine(settings.DataDirectory, "takes")));
        }

        return values;
    }
}
