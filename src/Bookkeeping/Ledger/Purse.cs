namespace Troubadour.Bookkeeping;

/// <summary>Where credits can lie.</summary>
public static class Purse
{
    /// <summary>An account's subscription credits.</summary>
    public const string Credits = "credits";

    /// <summary>An account's extra credits.</summary>
    public const string Extra = "extra";

    /// <summary>The house: credits held for open tasks.</summary>
    public const string Escrow = "escrow";

    /// <summary>The house: credits spent on finished tasks.</summary>
    public const string Revenue = "revenue";

    /// <summary>The house: where granted credits come from; its sum is minus all that was ever granted.</summary>
    public const string Issued = "issued";
}
