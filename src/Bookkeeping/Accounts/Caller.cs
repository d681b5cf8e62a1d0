namespace Troubadour.Bookkeeping;

/// <summary>Who a request comes from: a good key and the account behind it.</summary>
public sealed record Caller(string KeyId, string AccountId);
