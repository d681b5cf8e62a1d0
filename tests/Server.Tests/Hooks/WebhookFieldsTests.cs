using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>What a create may say about webhooks.</summary>
public sealed class WebhookFieldsTests
{
    [Fact]
    public void A_good_address_and_secret_are_read_as_they_are()
    {
        var read = Read("""{"webhook_url":"https://example.com/Hook?a=%20b","webhook_secret":"s"}""");
        Assert.True(read == new WebhookAddress("https://example.com/Hook?a=%20b", "s"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"webhook_url":null,"webhook_secret":null}""")]
    [InlineData("""{"webhook_url":""}""")]
    [InlineData("""{"webhook_secret":"alone"}""")]
    public void Without_an_address_nobody_is_told(string body) =>
        Assert.True(Read(body) == new WebhookAddress(null, null));

    [Theory]
    [InlineData("""{"webhook_url":"http://example.com/"}""", "webhook_url must start with https://.")]
    [InlineData("""{"webhook_url":"https://localhost/"}""", "webhook_url must name a public host.")]
    [InlineData("""{"webhook_url":"https://169.254.169.254/"}""", "webhook_url must name a public host.")]
    [InlineData("""{"webhook_url":"https://example.com:444/"}""", "webhook_url must use the usual port, 443.")]
    [InlineData("""{"webhook_url":7}""", "webhook_url")]
    [InlineData("""{"webhook_url":["https://example.com/"]}""", "webhook_url")]
    [InlineData("""{"webhook_url":"https://example.com/","webhook_secret":{}}""", "webhook_secret")]
    public void A_bad_one_is_refused_by_name(string body, string sentence)
    {
        var refusal = Assert.Throws<ApiException>(() => Read(body));
        Assert.Equal(400, refusal.Status);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_may_have_256_characters_and_no_more()
    {
        var body = new JsonObject
        {
            ["webhook_url"] = "https://example.com/",
            ["webhook_secret"] = new string('ß', 256),
        };
        Assert.Equal(256, Read(body.ToJsonString()).Secret!.Length);
        body["webhook_secret"] = new string('ß', 257);
        Assert.Throws<ApiException>(() => Read(body.ToJsonString()));
    }

    [Fact]
    public void Whatever_stands_there_is_taken_or_refused_with_400() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String.Select(s => "https://" + s)), Gen.Bool)
            .Sample(
                (text, isText) =>
                {
                    var body = new JsonObject { ["webhook_url"] = isText ? text : new JsonArray(text) };
                    try
                    {
                        var url = Read(body.ToJsonString()).Url;
                        Assert.True(url is null || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
                    }
                    catch (ApiException e)
                    {
                        Assert.Equal(400, e.Status);
                    }
                }
            );

    private static WebhookAddress Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        return new WebhookFields(new TroubadourSettings()).Read(new Fields(json.RootElement));
    }
}
