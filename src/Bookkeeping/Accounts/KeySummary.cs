namespace Troubadour.Bookkeeping;

/// <summary>A key as an operator sees it in a list.</summary>
public sealed record KeySummary(
    string Id,
    string AccountId,
    string Name,
    string Prefix,
    long Credits,
    long ExtraCredits,
    long CreatedAt,
    long? RevokedAt
);
