namespace Troubadour.Engine;

/// <summary>
/// What the stems of a split are called, in the contract's order. An order for stems writes a folder "split/NAME" for each, blanks
/// written as hyphens, with the files that a clip has.
/// </summary>
public static class StemNames
{
    private static readonly string[] Basic = ["vocals", "instrumental"];

    private static readonly string[] Full =
    [
        "drums",
        "bass",
        "vocals",
        "backing vocals",
        "guitar",
        "keys",
        "synth",
        "strings",
        "brass",
        "woodwinds",
        "percussion",
        "fx",
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Of(StemSplit split) => split == StemSplit.Basic ? Basic : Full;

    /// <summary>The folder of a stem, below the request's.</summary>
    public static string Folder(string name) => Path.Combine("split", name.Replace(' ', '-'));
}
