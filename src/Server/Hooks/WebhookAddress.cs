namespace Troubadour.Server.Hooks;

/// <summary>Where a caller wants to be told that a task has ended.</summary>
/// <param name="Url">The receiver's address; null for none.</param>
/// <param name="Secret">What its webhooks are signed with; null takes the server's own.</param>
internal sealed record WebhookAddress(string? Url, string? Secret);
