namespace Troubadour.Bookkeeping;

/// <summary>The Idempotency-Key header with the hash of the request it came with.</summary>
public sealed record IdempotencyKey(string Key, string RequestHash);
