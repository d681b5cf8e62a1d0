using Microsoft.Extensions.Configuration;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>Impossible settings of the store are told in a sentence, and secrets are not told at all.</summary>
public sealed class BlobCheckTests
{
    private const string Secret = "a-secret-nobody-may-read";

    [Theory]
    [InlineData("Blobs:Kind must be local or s3", "Blobs:Kind=ftp")]
    [InlineData("Blobs:Bucket must name the bucket", "Blobs:Kind=s3", "Blobs:Region=eu-central-1")]
    [InlineData("Blobs:Region must be set", "Blobs:Kind=s3", "Blobs:Bucket=b")]
    [InlineData("Blobs:Endpoint must be an absolute http or https address", "Blobs:Endpoint=store.example:9000")]
    [InlineData("Blobs:Endpoint must be an absolute http or https address", "Blobs:Endpoint=ftp://store.example")]
    [InlineData("Blobs:Endpoint must be an absolute http or https address", "Blobs:Endpoint=http://a:b@store.example")]
    [InlineData("Blobs:Prefix must be a folder", "Blobs:Prefix=/a")]
    [InlineData("Blobs:Prefix must be a folder", "Blobs:Prefix=a/../b")]
    [InlineData("Blobs:SecretKey must be set together", "Blobs:AccessKey=x")]
    [InlineData("Blobs:SecretKey must be set together", "Blobs:SecretKey=" + Secret)]
    [InlineData("Blobs:Delivery must be stream or redirect", "Blobs:Delivery=mail")]
    [InlineData("Blobs:Delivery can be redirect only", "Blobs:Delivery=redirect")]
    [InlineData("Blobs:LinkMinutes must be 1 to 10080", "Blobs:LinkMinutes=0")]
    [InlineData("Blobs:LinkMinutes must be 1 to 10080", "Blobs:LinkMinutes=10081")]
    [InlineData("Blobs:SweepMinutes must be", "Blobs:SweepMinutes=-1")]
    [InlineData("Retention:Days must be 1 to 36500", "Retention:Days=-1")]
    [InlineData("Retention:Days needs Blobs:SweepMinutes", "Retention:Days=1", "Blobs:SweepMinutes=0")]
    public void An_impossible_setting_is_refused(string sentence, params string[] settings)
    {
        var refusal = Assert.Throws<SettingsException>(() => Read(settings));
        Assert.Contains(sentence, refusal.Message.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{refusal}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_amazon_and_one_of_ones_own_can_be_set()
    {
        var amazon = Read("Blobs:Kind=s3", "Blobs:Bucket=b", "Blobs:Region=eu-central-1", "Blobs:Delivery=redirect");
        Assert.Equal("eu-central-1", amazon.Blobs.Region);
        var own = Read(
            "Blobs:Kind=s3",
            "Blobs:Bucket=b",
            "Blobs:Prefix=a/b",
            "Blobs:Endpoint=http://127.0.0.1:9000",
            "Blobs:PathStyle=true",
            "Blobs:AccessKey=a",
            "Blobs:SecretKey=" + Secret,
            "Retention:Days=30"
        );
        Assert.True(own.Blobs.PathStyle);
        Assert.Equal(30, own.Retention.Days);
    }

    [Fact]
    public void Files_lie_in_a_folder_and_are_kept_for_ever_where_nothing_is_set()
    {
        var settings = Read();
        Assert.Equal("local", settings.Blobs.Kind);
        Assert.Equal("stream", settings.Blobs.Delivery);
        Assert.Equal(0, settings.Retention.Days);
    }

    private static TroubadourSettings Read(params string[] settings) =>
        SettingsReader.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Select(setting => setting.Split('=', 2))
                        .Select(pair => KeyValuePair.Create("Troubadour:" + pair[0], (string?)pair[1]))
                )
                .Build(),
            []
        );
}
