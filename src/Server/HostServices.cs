using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Server.Families;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;
using Troubadour.Server.Keeping;
using Troubadour.Server.Making;
using Troubadour.Server.Moderating;
using Troubadour.Server.Settings;
using Troubadour.Server.Words;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Server;

/// <summary>The parts of the server, room by room.</summary>
internal static class HostServices
{
    private const string DefaultAddress = "http://127.0.0.1:8080";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    public static void ListenByDefault(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isSet =
            AddressSettings.Any(name => !string.IsNullOrEmpty(configuration[name]))
            || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!isSet)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Body.LimitBytes;
        });
    }

    public static void AddEngine(this IServiceCollection services, IEngineFactory engine, EngineSettings settings)
    {
        services.AddSingleton(engine);
        services.AddSingleton(settings);
        services.AddSingleton<EngineDoor>();
        services.AddSingleton<WriterDoor>();
        services.AddSingleton<ILyricsWriter>(p => p.GetRequiredService<WriterDoor>());
        services.AddSingleton(_ => WorkerCommand.Own());
    }

    public static void AddBooks(this IServiceCollection services, TroubadourSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataFolder.Open(settings.DataDirectory));
        services.AddSingleton<DiskRoom>();
        services.AddSingleton(Books);
        services.AddSingleton<KeyBook>();
        services.AddSingleton<TaskBook>();
        services.AddSingleton<ClipBook>();
        services.AddSingleton<BatchBook>();
        services.AddSingleton<WorkBook>();
        services.AddSingleton<LedgerAudit>();
        services.AddSingleton<HouseBook>();
        services.AddSingleton<RateBook>();
        services.AddKeeping(settings);
    }

    private static IBookDatabase Books(IServiceProvider services)
    {
        var settings = services.GetRequiredService<TroubadourSettings>();
        // The folder in any case: its lock, and songs on their way.
        var data = services.GetRequiredService<DataFolder>();
        if (!settings.IsCluster)
        {
            return new SqliteBookDatabase(data.Database);
        }

        try
        {
            return new PostgresBookDatabase(settings.Database.Connection);
        }
        catch (ArgumentException e)
        {
            throw new SettingsException($"The setting 'Troubadour:Database:Connection' cannot be read: {e.Message}", e);
        }
    }

    public static void AddWork(this IServiceCollection services, TroubadourSettings settings)
    {
        var node = NodeName.Fresh();
        services.AddSingleton(node);
        QuartzDispatcher.AddTo(services, settings, node);
        services.AddSingleton<Patience>();
        services.AddSingleton<WorkerPool>();
        services.AddSingleton<ClipKeeper>();
        services.AddSingleton<SourceSongs>();
        services.AddSingleton<OrderRunner>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<CallRates>();
        services.AddSingleton<TaskService>();
        services.AddSingleton<TaskDoor>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<Readiness>();
        services.AddHostedService<WorkingService>();
        services.AddHostedService<DrainNotice>();
        services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(settings.NoticeSeconds + settings.Render.DrainSeconds + 20)
        );
    }

    public static void AddHttp(this IServiceCollection services, TroubadourSettings settings)
    {
        services.AddMaking();
        services.AddFamilies();
        services.AddSingleton<Submission>();
        services.AddSingleton<Moderator>();
        services.AddSingleton<PublicLinks>();
        services.AddSingleton(_ => Console.Out);
        if (settings.Answers)
        {
            services.AddHostedService<FirstKey>();
        }

        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
            {
                var origins = settings.Cors.Origins.Split(
                    ',',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                );
                _ = origins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins(origins);
                policy.AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("ETag", "Content-Range", "Accept-Ranges");
            })
        );
    }
}
