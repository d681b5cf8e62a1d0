using System.Security.Cryptography;
using System.Text;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Hooks;

/// <summary>
/// The secret that signs webhooks of tasks which brought none: the operator's, or one made at the first need and kept for the operator's eyes
/// alone, in the data directory or, where several servers must sign alike, in the database.
/// </summary>
internal sealed class WebhookSecret(DataFolder data, HouseBook house, TroubadourSettings settings)
{
    public const string FileName = "webhook-secret";

    private const int Bytes = 32;

    private readonly Lock _guard = new();
    private string? _value;

    public async ValueTask<string> ReadAsync(CancellationToken cancellation)
    {
        if (settings.Webhooks.Secret.Length > 0)
        {
            return settings.Webhooks.Secret;
        }

        if (settings.IsCluster)
        {
            return _value ??= await house.SettleAsync(FileName, Fresh(), cancellation);
        }

        lock (_guard)
        {
            return _value ??= Kept();
        }
    }

    private static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    private string Kept()
    {
        var path = Path.Combine(data.Root, FileName);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        var secret = Fresh();
        var fresh = path + ".new";
        File.Delete(fresh);
        using (var file = new FileStream(fresh, ForOwner()))
        {
            file.Write(Encoding.ASCII.GetBytes(secret + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
        return secret;
    }

    private static FileStreamOptions ForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
