using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Troubadour.Peers;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>A real nginx with the sample's settings before two nodes, of which one is gone.</summary>
public sealed class NginxTests : IAsyncLifetime, IDisposable
{
    private const int FileLength = 3_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-nginx-").FullName;
    private readonly int _port = Ports.Free();
    private readonly HttpClient _http = new();
    private WebApplication _node = null!;
    private Process _nginx = null!;

    public async Task InitializeAsync()
    {
        await Script.RunAsync("install", "proxy");
        _node = Node();
        await _node.StartAsync();
        Directory.CreateDirectory(Path.Combine(_folder, "logs"));
        Directory.CreateDirectory(Path.Combine(_folder, "nginx"));
        var settings = DeployFiles
            .Text("sample", "nginx.conf.in")
            .Replace("@PORT@", $"{_port}", StringComparison.Ordinal)
            .Replace("@API1@", $"{Ports.Free()}", StringComparison.Ordinal)
            .Replace("@API2@", $"{new Uri(_node.Urls.First()).Port}", StringComparison.Ordinal)
            .Replace("@FOLDER@", _folder, StringComparison.Ordinal)
            .Replace("@CONF@", Path.Combine(DeployFiles.Folder, "nginx"), StringComparison.Ordinal);
        var file = Path.Combine(_folder, "nginx.conf");
        // Its workers would otherwise be nobody, who may not enter the folder.
        await File.WriteAllTextAsync(file, (Environment.IsPrivilegedProcess ? "user root;\n" : "") + settings);
        _nginx = Nginx("-p", _folder, "-c", file, "-e", Path.Combine(_folder, "error.log"));
        _http.BaseAddress = new Uri($"http://127.0.0.1:{_port}");
        await ListeningAsync();
    }

    public async Task DisposeAsync()
    {
        _nginx.Kill(entireProcessTree: true);
        await _nginx.WaitForExitAsync();
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose()
    {
        _http.Dispose();
        _nginx.Dispose();
    }

    [Fact]
    public async Task Calls_reach_the_node_that_lives()
    {
        for (var i = 0; i < 10; i++)
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(new Uri("/api/v1/echo", UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal($"127.0.0.1:{_port}", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_range_of_a_file_comes_through()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/storage/v1/object/public/songs/song-1.wav");
        request.Headers.Range = new(100, 199);
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(100, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(FileLength, answer.Content.Headers.ContentRange!.Length);
    }

    [Theory]
    [InlineData("/metrics", 0, 404)]
    [InlineData("/api/v1/echo", 300_000, 413)]
    [InlineData("/api/v1/dead", 2, 503)]
    [InlineData("/v1/dead", 2, 503)]
    public async Task What_nginx_refuses_itself_is_told_as_the_server_would(string path, int bytes, int status)
    {
        using var body = bytes > 0 ? new StringContent(new string('a', bytes)) : null;
        using var request = new HttpRequestMessage(bytes > 0 ? HttpMethod.Post : HttpMethod.Get, path)
        {
            Content = body,
        };
        using var answer = await _http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(status, (int)told[path.StartsWith("/api", StringComparison.Ordinal) ? "code" : "status"]!);
        Assert.Equal(status == 503 ? TimeSpan.FromSeconds(5) : null, answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task The_settings_with_tls_are_understood()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "tls")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(DeployFiles.Folder, "nginx")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await TestCertificate.WriteAsync(folder);
        var settings = Path.Combine(folder, "nginx.conf");
        var text = (await File.ReadAllTextAsync(settings))
            .Replace("/etc/troubadour/tls", folder, StringComparison.Ordinal)
            .Replace("/var/log/nginx", folder, StringComparison.Ordinal)
            .Replace("/run/nginx.pid", Path.Combine(folder, "pid"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(settings, text);
        using var check = Nginx("-t", "-q", "-p", folder, "-c", settings, "-e", Path.Combine(folder, "error.log"));
        var said = await check.StandardError.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.True(check.ExitCode == 0, said);
    }

    private static WebApplication Node()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet(
            "/storage/{**file}",
            () => Results.Bytes(new byte[FileLength], "audio/wav", enableRangeProcessing: true)
        );
        app.MapPost("/api/v1/echo", (HttpContext context) => context.Request.Host.Value);
        app.MapPost("{**path}", (HttpContext context) => context.Abort());
        return app;
    }

    private static Process Nginx(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("/usr/sbin/nginx", arguments) { RedirectStandardError = true })!;

    private async Task ListeningAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, _port, patience.Token);
                return;
            }
            catch (SocketException) when (!_nginx.HasExited)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }
}
