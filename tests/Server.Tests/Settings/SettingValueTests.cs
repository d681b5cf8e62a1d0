using Microsoft.Extensions.Configuration;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Tests.Settings;

/// <summary>Lists and switches are read as strictly as numbers.</summary>
public sealed class SettingValueTests
{
    [Theory]
    [InlineData("Webhooks:AllowPrivate", "127.0.0.1", "is a list")]
    [InlineData("Webhooks:AllowPrivate:x", "127.0.0.1", "numbered from 0")]
    [InlineData("Webhooks:AllowPrivate:0", "", "must not be empty")]
    [InlineData("Webhooks:AllowPrivate:0:1", "127.0.0.1", "is a single value")]
    [InlineData("Webhooks:AllowPrivate:0", "http://127.0.0.1", "a host's name or address alone")]
    [InlineData("Webhooks:AllowPrivate:0", "127.0.0.1:80", "a host's name or address alone")]
    [InlineData("Uploads:AllowPrivate:0", "a b", "a host's name or address alone")]
    [InlineData("Webhooks:RetrySeconds:0", "soon", "must be a whole number")]
    [InlineData("Webhooks:RetrySeconds:0", "-1", "numbers from 0 to 604800")]
    [InlineData("Webhooks:Streaming", "yes", "must be true or false, not 'yes'")]
    [InlineData("Webhooks:Streaming", "", "must be true or false")]
    [InlineData("Webhooks:Secret", "short", "must have 16 to 256 characters")]
    [InlineData("Webhooks:TimeoutSeconds", "0", "must be 1 to 60")]
    [InlineData("Uploads:MaxMb", "0", "must be 1 to 1024")]
    [InlineData("Uploads:FetchSeconds", "0", "must be 1 to 600")]
    [InlineData("Uploads:DecodeSeconds", "601", "must be 1 to 600")]
    public void What_is_not_written_as_its_type_asks_is_refused(string name, string value, string sentence)
    {
        var refusal = Assert.Throws<SettingsException>(() => Read((name, value)));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_keep_their_order_and_replace_the_default()
    {
        var settings = Read(
            ("Webhooks:AllowPrivate:1", "::1"),
            ("Webhooks:AllowPrivate:0", "receiver"),
            ("Webhooks:RetrySeconds:0", "2"),
            ("Webhooks:Streaming", "True")
        );
        Assert.Equal(["receiver", "::1"], settings.Webhooks.AllowPrivate);
        Assert.Equal([2], settings.Webhooks.RetrySeconds);
        Assert.True(settings.Webhooks.Streaming);
    }

    [Fact]
    public void By_default_nothing_private_is_reached_and_a_webhook_is_tried_seven_times()
    {
        var settings = Read();
        Assert.Empty(settings.Webhooks.AllowPrivate);
        Assert.Empty(settings.Uploads.AllowPrivate);
        Assert.False(settings.Webhooks.Streaming);
        Assert.Equal([10, 60, 300, 1_800, 7_200, 18_000], settings.Webhooks.RetrySeconds);
    }

    private static TroubadourSettings Read(params (string Name, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"Troubadour:{v.Name}", (string?)v.Value)))
            .Build();
        return SettingsReader.Read(configuration, []);
    }
}
