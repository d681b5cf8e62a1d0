namespace Troubadour.Moving;

/// <summary>How many rows a table has.</summary>
public sealed record TableCount(string Table, long Rows);
