using System.CommandLine;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Troubadour.Server;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>"troubadour serve": the server.</summary>
public static class ServeCommand
{
    private const int Failed = 1;
    private const int CannotStart = 2;

    /// <summary>The verb.</summary>
    public static Command Create(IEngineFactory engine)
    {
        var command = new Command("serve", "Run the server. Settings: files, environment, or --Troubadour:Name=value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], engine, cancellation));
        return command;
    }

    /// <summary>Runs the server until it is told to stop.</summary>
    /// <param name="args">Its settings.</param>
    /// <param name="engine">Its engine.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="configure">Changes to its services; null for none.</param>
    /// <returns>The exit code: 0; 1 when its database does not answer; 2 when it cannot start as it is set up.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        IEngineFactory engine,
        CancellationToken cancellation,
        Action<IServiceCollection>? configure = null
    )
    {
        try
        {
            await using var app = TroubadourHost.Build(args, engine, configure);
            await app.RunAsync(cancellation);
            return 0;
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CannotStart;
        }
        catch (DbException e)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {e.Message}");
            return Failed;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CannotStart;
        }
    }
}
