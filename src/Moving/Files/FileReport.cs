namespace Troubadour.Moving.Files;

/// <summary>What became of files.</summary>
/// <param name="Good">Files that are where they shall be.</param>
/// <param name="Copied">How many of them were copied now.</param>
/// <param name="Bytes">The length of the good ones together.</param>
/// <param name="Faults">The others, in order of their names.</param>
public sealed record FileReport(long Good, long Copied, long Bytes, IReadOnlyList<FileFault> Faults);
