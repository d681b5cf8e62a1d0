namespace Troubadour.Bookkeeping;

/// <summary>A key just made; the only time that its text is at hand.</summary>
public sealed record NewKey(string Id, string AccountId, string Secret);
