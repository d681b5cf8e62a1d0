using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Http;

/// <summary>On the first start, when there is no key at all: makes one and shows it once, with a call ready to paste.</summary>
internal sealed class FirstKey(
    KeyBook keys,
    HouseBook house,
    NodeName node,
    IServer server,
    TroubadourSettings settings,
    TextWriter output
) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await keys.AnyAsync(cancellationToken) || !await IsFirstAsync(cancellationToken))
        {
            return;
        }

        var key = await keys.CreateAsync("first", settings.BootstrapCredits, cancellation: cancellationToken);
        var address =
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:8080";
        await output.WriteLineAsync(
            $$"""

            Troubadour listens on {{address}}. Your first key, shown only now:

              {{key.Secret}}

            Make a song:

              curl -s {{address}}/api/v1/nuro/create -H 'Authorization: Bearer {{key.Secret}}' -H 'Content-Type: application/json' -d '{"lyrics":"[verse]\nThe morning light is on the water\nand every bird begins to sing\n[chorus]\nWe are going home","duration":30}'

            """
        );
        await output.FlushAsync(cancellationToken);
    }

    // Of servers that start together, one makes the key.
    private async Task<bool> IsFirstAsync(CancellationToken cancellation) =>
        !settings.IsCluster || await house.SettleAsync("first-key", node.Value, cancellation) == node.Value;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
