namespace Troubadour.Composing.Tests.Styles;

/// <summary>A fact about the repository's patches; skipped where the repository has none yet.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PatchesFactAttribute : FactAttribute
{
    public PatchesFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "this tree has no folder 'patches': the synthesizers' patches are not merged yet";
        }
    }

    /// <summary>The repository's folder of patches.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "patches");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Troubadour.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the repository's root");
        }

        return folder;
    }
}
