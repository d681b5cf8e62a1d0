namespace Troubadour.Server.Hooks;

/// <summary>What a webhook tells about.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Event">song.completed, song.failed or song.streaming.</param>
/// <param name="BaseUrl">How the caller reached the server, for links.</param>
internal sealed record WebhookSubject(string TaskId, string AccountId, string Event, string BaseUrl);
