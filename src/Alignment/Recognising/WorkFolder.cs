namespace Troubadour.Alignment;

/// <summary>A folder of one alignment's own, readable for this user alone; it goes with all that is in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it.</summary>
    /// <param name="parent">Where.</param>
    public WorkFolder(string parent)
    {
        FullName = Path.Combine(Path.GetFullPath(parent), $"align-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullName);
        }
        else
        {
            Directory.CreateDirectory(FullName, Own);
        }
    }

    /// <summary>Its path.</summary>
    public string FullName { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
