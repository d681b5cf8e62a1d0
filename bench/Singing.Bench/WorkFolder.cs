namespace Troubadour.Singing.Bench;

/// <summary>Where recordings are written: a folder that is kept, or one that goes when the run ends.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly bool _kept;

    public WorkFolder(string kept)
    {
        _kept = kept.Length > 0;
        Path = _kept
            ? Directory.CreateDirectory(kept).FullName
            : Directory.CreateTempSubdirectory("singing-bench").FullName;
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!_kept)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
