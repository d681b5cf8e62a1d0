namespace Troubadour.Moving.Files;

/// <summary>A file that is not what the books say.</summary>
/// <param name="File">As the books name it.</param>
/// <param name="Problem">What is wrong, as the end of a sentence that begins with its name.</param>
public sealed record FileFault(StoredFile File, string Problem);
