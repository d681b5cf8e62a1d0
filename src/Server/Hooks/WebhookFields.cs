using Troubadour.Server.Http;
using Troubadour.Server.Outgoing;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Hooks;

/// <summary>Reads the fields "webhook_url" and "webhook_secret", which every create accepts (contract 8).</summary>
internal sealed class WebhookFields(TroubadourSettings settings)
{
    public const string UrlField = "webhook_url";
    public const string SecretField = "webhook_secret";

    private const int LongestSecret = 256;

    private readonly Destinations _destinations = new(settings.Webhooks.AllowPrivate, allowsHttp: false);

    /// <summary>The fields, checked.</summary>
    /// <exception cref="ApiException">400: the address cannot be a receiver, or the secret is too long.</exception>
    public WebhookAddress Read(Fields body)
    {
        var secret = body.Text(SecretField) is { Length: > 0 } text ? text : null;
        if (secret?.EnumerateRunes().Count() > LongestSecret)
        {
            throw ApiException.BadRequest($"{SecretField} has more than {LongestSecret} characters.");
        }

        if (body.Text(UrlField) is not { Length: > 0 } url)
        {
            return new WebhookAddress(null, null);
        }

        try
        {
            _destinations.Read(url);
            return new WebhookAddress(url, secret);
        }
        catch (FormatException e)
        {
            throw ApiException.BadRequest($"{UrlField} {e.Message}");
        }
    }
}
