namespace Troubadour.Bookkeeping;

/// <summary>What an account can spend.</summary>
public readonly record struct CreditBalance(long Credits, long ExtraCredits);
