namespace Troubadour.Writing.Tests;

/// <summary>An endpoint inside the test.</summary>
internal sealed class Endpoint(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public List<string> Bodies { get; } = [];

    public Uri? Address { get; private set; }

    public string? Key { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Address = request.RequestUri;
        Key = request.Headers.Authorization?.ToString();
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (Bodies)
        {
            Bodies.Add(body);
        }

        return await answer(request, cancellationToken);
    }
}
