namespace Troubadour.Bookkeeping;

/// <summary>A clip whose time is over.</summary>
/// <param name="Id">The clip.</param>
/// <param name="AccountId">Whose it is.</param>
public sealed record ExpiredClip(string Id, string AccountId);
