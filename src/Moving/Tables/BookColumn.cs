namespace Troubadour.Moving.Tables;

/// <summary>A column of the books.</summary>
/// <param name="Name">Its name in every database.</param>
/// <param name="Value">What it holds, where it is not null.</param>
public sealed record BookColumn(string Name, BookValue Value);
