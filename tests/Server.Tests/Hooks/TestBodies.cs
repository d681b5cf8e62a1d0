using System.Text;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>Writes webhooks of the family "test".</summary>
internal sealed class TestBodies : IWebhookBodies
{
    private int _rendered;

    public string Family => "test";

    /// <summary>How often it was asked.</summary>
    public int Rendered => _rendered;

    /// <summary>What it does instead of writing.</summary>
    public Func<byte[]?>? Instead { get; set; }

    public Task<byte[]?> RenderAsync(WebhookSubject subject, CancellationToken cancellation)
    {
        var turn = Interlocked.Increment(ref _rendered);
        return Task.FromResult(
            Instead is null
                ? Encoding.UTF8.GetBytes(
                    $$"""{"code":200,"message":"größe \u00fc 🎵","task_id":"{{subject.TaskId}}","event":"{{subject.Event}}","turn":{{turn}},"base":"{{subject.BaseUrl}}"}"""
                )
                : Instead()
        );
    }
}
