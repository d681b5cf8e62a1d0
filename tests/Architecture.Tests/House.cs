using System.Reflection;

namespace Troubadour.Architecture.Tests;

/// <summary>The projects of the house and where their sources lie.</summary>
internal static class House
{
    /// <summary>Every source project, by its folder's name.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    public static Assembly AssemblyOf(string project) =>
        Assembly.Load(project == "Cli" ? "troubadour" : "Troubadour." + project);

    /// <summary>The repository's root: the nearest folder above the test that holds the solution.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Troubadour.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No solution above the test.");
        }

        return folder.FullName;
    }

    /// <summary>Files of the working tree that people write: no build output, no hidden folders.</summary>
    public static IEnumerable<string> Files(params string[] patterns)
    {
        var folders = new Stack<string>([Root()]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
            {
                var name = Path.GetFileName(inner);
                if (
                    name is not ("bin" or "obj" or "TestResults" or "node_modules" or "artifacts")
                    && (name[0] != '.' || name == ".github")
                )
                {
                    folders.Push(inner);
                }
            }

            foreach (var file in patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)))
            {
                yield return file;
            }
        }
    }

    /// <summary>A file's path as the repository knows it.</summary>
    public static string Name(string file) => Path.GetRelativePath(Root(), file);
}
