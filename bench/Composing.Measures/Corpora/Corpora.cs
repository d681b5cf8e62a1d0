namespace Troubadour.Composing.Measures;

/// <summary>
/// The folder that holds the corpora, one below another: "pop909-structure" (Dai, Zhang and Dannenberg 2020), "pop909-cl" (POP909,
/// Wang et al. 2020, as POP909-CL), "openewld" (Simonetta et al.) and "groove" (Groove MIDI, Gillick et al. 2019). They are read for
/// statistics only.
/// </summary>
/// <param name="Folder">Where the four folders lie.</param>
public sealed record Corpora(string Folder)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "TROUBADOUR_CORPORA";

    /// <summary>The folder that the environment names; null when there is none.</summary>
    public static Corpora? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder)
            ? new Corpora(folder)
            : null;

    /// <summary>Files of one corpus with an ending, in a fixed order.</summary>
    public IEnumerable<string> Files(string corpus, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, corpus), pattern, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);
}
