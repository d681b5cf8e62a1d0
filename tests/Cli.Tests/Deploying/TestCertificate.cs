using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>A certificate that nobody trusts.</summary>
internal static class TestCertificate
{
    /// <summary>Writes fullchain.pem and privkey.pem.</summary>
    public static async Task WriteAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=music.example.org",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
