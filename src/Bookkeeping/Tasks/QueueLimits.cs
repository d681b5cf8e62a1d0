namespace Troubadour.Bookkeeping;

/// <summary>How many tasks may be open.</summary>
public sealed record QueueLimits(int MaxOpen, int MaxPerAccount);
