using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Troubadour.Server.Telemetry;

/// <summary>Logs as JSON lines; metrics and traces to a collector where one is named.</summary>
internal static class TelemetryExtensions
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds them; <paramref name="prometheus"/> keeps the meters for <see cref="MapMetrics"/>.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, bool prometheus)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddSingleton<Meters>();
        var hasCollector = !string.IsNullOrEmpty(builder.Configuration[Collector]);
        if (!hasCollector && !prometheus)
        {
            return;
        }

        var telemetry = builder
            .Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters.Name).AddAspNetCoreInstrumentation();
                if (prometheus)
                {
                    metrics.AddPrometheusExporter();
                }
            });
        if (hasCollector)
        {
            telemetry
                .WithTracing(traces => traces.AddSource(Meters.Name).AddAspNetCoreInstrumentation())
                .UseOtlpExporter();
        }
    }

    /// <summary>Serves the meters to Prometheus.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapPrometheusScrapingEndpoint("/metrics");
}
