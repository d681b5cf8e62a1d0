using System.Globalization;
using System.Text;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>Webhooks reach their receivers as the contract says: signed over the exact bytes, tried again, never lost.</summary>
public sealed class WebhookSenderTests
{
    [Fact]
    public async Task A_webhook_carries_its_headers_and_is_signed_over_its_exact_bytes()
    {
        await using var receiver = new Receiver();
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.SendAsync();
        var message = Assert.Single(receiver.Messages);
        var log = await room.LogAsync(owed);
        Assert.Equal("POST /hook?a=1 HTTP/1.1", message.Line);
        Assert.Equal("application/json", message.Headers["Content-Type"]);
        Assert.Equal((log.Webhook.Id, "song.failed"), (message.Id, message.Headers["X-Webhook-Event"]));
        Assert.Equal(message.Id, message.Headers["Idempotency-Key"]);
        var now = room.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(now.ToString(CultureInfo.InvariantCulture), message.Timestamp);
        Assert.True(message.IsSignedWith("s3crét"));
        Assert.False(message.IsSignedWith("s3cret"));
        var text = Encoding.UTF8.GetString(message.Body);
        Assert.Contains($"\"task_id\":\"{owed.TaskId}\"", text, StringComparison.Ordinal);
        Assert.Contains("größe \\u00fc 🎵", text, StringComparison.Ordinal);
        Assert.Contains("\"base\":\"http://server\"", text, StringComparison.Ordinal);
        Assert.Equal(WebhookState.Delivered, log.Webhook.State);
        Assert.Equal((200, null), (log.Tries.Single().Status, log.Tries.Single().Error));
    }

    [Fact]
    public async Task Tries_keep_id_and_bytes_and_renew_time_and_signature_in_the_contracts_spacing()
    {
        await using var receiver = new Receiver("500 No");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.SendAsync();
        foreach (var seconds in new[] { 10, 60, 300, 30 * 60, 2 * 3600, 5 * 3600 })
        {
            var before = receiver.Count;
            room.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            await room.SendAsync();
            Assert.Equal(before, receiver.Count);
            room.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await room.SendAsync();
            Assert.Equal(before + 1, receiver.Count);
        }

        room.Clock.Advance(TimeSpan.FromDays(30));
        await room.SendAsync();
        Assert.Equal(7, receiver.Count);
        Assert.Equal(WebhookState.GivenUp, (await room.LogAsync(owed)).Webhook.State);
        var first = receiver.Messages.First();
        Assert.All(receiver.Messages, m => Assert.Equal((first.Id, true), (m.Id, m.IsSignedWith("s3crét"))));
        Assert.All(receiver.Messages, m => Assert.Equal(first.Body, m.Body));
        Assert.Equal(7, receiver.Messages.Select(m => m.Timestamp).Distinct().Count());
        Assert.Equal(7, receiver.Messages.Select(m => m.Headers["X-Webhook-Signature"]).Distinct().Count());
        Assert.Equal(1, room.Bodies.Rendered);
    }

    [Fact]
    public async Task What_is_owed_survives_a_restart_with_the_same_bytes()
    {
        await using var receiver = new Receiver("503 Later", "200 OK");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.SendAsync();
        await room.RestartAsync();
        await room.SendAsync();
        Assert.Equal(1, receiver.Count);
        room.Clock.Advance(TimeSpan.FromSeconds(10));
        await room.SendAsync();
        Assert.Equal(2, receiver.Count);
        Assert.Equal(receiver.Messages.First().Body, receiver.Messages.Last().Body);
        Assert.Equal(WebhookState.Delivered, (await room.LogAsync(owed)).Webhook.State);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_server_died_is_sent_again()
    {
        await using var receiver = new Receiver("hang", "200 OK");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.Sender.BeginAsync(CancellationToken.None);
        await receiver.AwaitAsync(1);
        await room.RestartAsync();
        await room.SendAsync();
        Assert.Equal(1, receiver.Count);
        room.Clock.Advance(TimeSpan.FromSeconds(30));
        await room.SendAsync();
        Assert.Equal(2, receiver.Count);
        Assert.Equal(WebhookState.Delivered, (await room.LogAsync(owed)).Webhook.State);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_gets_no_more()
    {
        await using var receiver = new Receiver("410 Gone");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.SendAsync();
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.SendAsync();
        Assert.Equal(1, receiver.Count);
        var log = await room.LogAsync(owed);
        Assert.Equal((WebhookState.GivenUp, 410), (log.Webhook.State, log.Tries.Single().Status));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_left_after_the_time_out()
    {
        await using var receiver = new Receiver("hang");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.Sender.BeginAsync(CancellationToken.None);
        await receiver.AwaitAsync(1);
        room.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Empty((await room.LogAsync(owed)).Tries);
        room.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await room.Sender.IdleAsync();
        var log = await room.LogAsync(owed);
        var tried = Assert.Single(log.Tries);
        Assert.Equal((null, "the host did not answer in time"), (tried.Status, tried.Error));
        Assert.Equal(10_000, tried.Milliseconds);
        Assert.Equal(WebhookState.Waiting, log.Webhook.State);
        Assert.Equal(room.Clock.GetUtcNow().AddSeconds(10).ToUnixTimeMilliseconds(), log.Webhook.NextAt);
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        await using var elsewhere = new Receiver();
        await using var receiver = new Receiver($"307 Elsewhere\r\nLocation: {elsewhere.Url}");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.SendAsync();
        Assert.Equal((1, 0), (receiver.Count, elsewhere.Count));
        var tried = (await room.LogAsync(owed)).Tries.Single();
        Assert.Equal((307, "redirects are not followed"), (tried.Status, tried.Error));
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_any_more_is_not_called()
    {
        await using var receiver = new Receiver();
        await using var room = await HookRoom.OpenAsync(hooks => hooks.AllowPrivate = []);
        var owed = await room.OweAsync(receiver.Url);
        await room.SendAsync();
        Assert.Equal(0, receiver.Count);
        var error = (await room.LogAsync(owed)).Tries.Single().Error;
        Assert.StartsWith("the address must", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_is_down_holds_up_its_own_account_alone()
    {
        await using var down = new Receiver("hang");
        await using var up = new Receiver();
        await using var room = await HookRoom.OpenAsync();
        var caller = await room.CallerAsync();
        for (var i = 0; i < 40; i++)
        {
            await room.OweAsync(down.Url, caller);
        }

        await room.Sender.BeginAsync(CancellationToken.None);
        await down.AwaitAsync(4);
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        await room.OweAsync(up.Url);
        Assert.Equal(1, await room.Sender.BeginAsync(CancellationToken.None));
        await up.AwaitAsync(1);
        Assert.Equal(4, down.Count);
    }

    [Fact]
    public async Task A_body_that_could_not_be_written_is_tried_again_and_one_that_says_nothing_ends_it()
    {
        await using var receiver = new Receiver();
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        room.Bodies.Instead = () => throw new InvalidOperationException("broken");
        await room.SendAsync();
        Assert.Equal("the message could not be written", (await room.LogAsync(owed)).Tries.Single().Error);
        room.Bodies.Instead = () => null;
        room.Clock.Advance(TimeSpan.FromSeconds(10));
        await room.SendAsync();
        var log = await room.LogAsync(owed);
        Assert.Equal(WebhookState.GivenUp, log.Webhook.State);
        Assert.Equal("there is nothing to tell any more", log.Tries[^1].Error);
        Assert.Equal(0, receiver.Count);
    }

    [Fact]
    public async Task Tasks_without_a_secret_are_signed_with_the_servers_own_which_only_the_operator_can_read()
    {
        await using var receiver = new Receiver();
        await using var room = await HookRoom.OpenAsync();
        await room.OweAsync(receiver.Url, secret: null);
        await room.SendAsync();
        var secret = (await File.ReadAllTextAsync(room.SecretFile)).Trim();
        Assert.Equal(64, secret.Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(room.SecretFile));
        }

        await room.RestartAsync();
        await room.OweAsync(receiver.Url, secret: null);
        await room.SendAsync();
        Assert.Equal(2, receiver.Count);
        Assert.All(receiver.Messages, message => Assert.True(message.IsSignedWith(secret)));
    }

    [Fact]
    public async Task The_operators_secret_goes_before_the_kept_one()
    {
        await using var receiver = new Receiver();
        await using var room = await HookRoom.OpenAsync(hooks => hooks.Secret = "the operator's own");
        await room.OweAsync(receiver.Url, secret: null);
        await room.SendAsync();
        Assert.True(receiver.Messages.Single().IsSignedWith("the operator's own"));
        Assert.False(File.Exists(room.SecretFile));
    }

    [Fact]
    public async Task A_stop_gives_back_what_is_being_sent()
    {
        await using var receiver = new Receiver("hang");
        await using var room = await HookRoom.OpenAsync();
        var owed = await room.OweAsync(receiver.Url);
        await room.Sender.StartAsync(CancellationToken.None);
        await receiver.AwaitAsync(1);
        await room.Sender.StopAsync(CancellationToken.None);
        var log = await room.LogAsync(owed);
        Assert.Equal((WebhookState.Waiting, 0), (log.Webhook.State, log.Webhook.Tries));
        Assert.Equal(room.Clock.GetUtcNow().ToUnixTimeMilliseconds(), log.Webhook.NextAt);
        Assert.Empty(log.Tries);
    }
}
