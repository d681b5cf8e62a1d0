using Troubadour.Storage;

namespace Troubadour.Server.Settings;

/// <summary>The rules of "Troubadour:Blobs" and "Troubadour:Retention".</summary>
internal static class BlobCheck
{
    private const int MostLinkMinutes = 7 * 24 * 60;

    /// <summary>Checks every value against its rule.</summary>
    /// <exception cref="SettingsException">One breaks it; secrets are not told.</exception>
    public static void Check(TroubadourSettings settings)
    {
        var blobs = settings.Blobs;
        Require(blobs.Kind is BlobSettings.Local or BlobSettings.S3, "Blobs:Kind", "must be local or s3.");
        Require(
            blobs.Delivery is BlobSettings.Stream or BlobSettings.Redirect,
            "Blobs:Delivery",
            "must be stream or redirect."
        );
        Require(
            blobs.Delivery == BlobSettings.Stream || blobs.Kind == BlobSettings.S3,
            "Blobs:Delivery",
            "can be redirect only where Blobs:Kind is s3."
        );
        Require(
            blobs.LinkMinutes is >= 1 and <= MostLinkMinutes,
            "Blobs:LinkMinutes",
            $"must be 1 to {MostLinkMinutes}."
        );
        Require(blobs.SweepMinutes is >= 0 and <= 10_080, "Blobs:SweepMinutes", "must be 1 to 10080, or 0 for never.");
        Require(
            settings.Retention.Days is >= 0 and <= 36_500,
            "Retention:Days",
            "must be 1 to 36500, or 0 to keep everything."
        );
        Require(
            settings.Retention.Days == 0 || blobs.SweepMinutes > 0,
            "Retention:Days",
            "needs Blobs:SweepMinutes above 0, because clips are deleted by sweeps."
        );
        CheckS3(blobs);
    }

    private static void CheckS3(BlobSettings blobs)
    {
        Require(IsAddress(blobs.Endpoint), "Blobs:Endpoint", "must be an absolute http or https address.");
        Require(IsPrefix(blobs.Prefix), "Blobs:Prefix", "must be a folder of the bucket, without slashes at its ends.");
        Require(
            blobs.AccessKey.Length == 0 == (blobs.SecretKey.Length == 0),
            "Blobs:SecretKey",
            "must be set together with Blobs:AccessKey."
        );
        if (blobs.Kind == BlobSettings.S3)
        {
            Require(!string.IsNullOrWhiteSpace(blobs.Bucket), "Blobs:Bucket", "must name the bucket where Kind is s3.");
            Require(
                blobs.Region.Length > 0 || blobs.Endpoint.Length > 0,
                "Blobs:Region",
                "must be set where Blobs:Endpoint is not."
            );
        }
    }

    private static bool IsAddress(string text) =>
        text.Length == 0
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme is "http" or "https")
            && url.Query.Length == 0
            && url.Fragment.Length == 0
            && url.UserInfo.Length == 0
        );

    private static bool IsPrefix(string text)
    {
        try
        {
            return text.Length == 0 || BlobKey.Check(text).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            throw new SettingsException($"The setting '{TroubadourSettings.Section}:{name}' {rule}");
        }
    }
}
