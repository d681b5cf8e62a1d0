namespace Troubadour.Ingest.Tests.Decoding;

/// <summary>A folder for work and one for files. When it goes, no work and no decoder may be left.</summary>
internal sealed class Room : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("troubadour-ingest-");

    public Room()
    {
        Work = _root.CreateSubdirectory("work").FullName;
        Files = _root.CreateSubdirectory("files").FullName;
    }

    public string Work { get; }

    public string Files { get; }

    public AudioIngest Ingest(IngestLimits? limits = null, TimeProvider? clock = null) => new(limits, Work, clock);

    /// <summary>A file with these bytes.</summary>
    public string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Files, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The refusal of a file with these bytes; its sentence tells nothing of this computer.</summary>
    public async Task<IngestException> RefusalAsync(byte[] bytes, IngestLimits? limits = null)
    {
        var refusal = await Assert.ThrowsAsync<IngestException>(() => Ingest(limits).ReadAsync(Put("strange", bytes)));
        Assert.DoesNotContain(_root.FullName, refusal.Message, StringComparison.Ordinal);
        Assert.Matches(@"^[a-z0-9 ,.:;()-]+\.$", refusal.Message.ToLowerInvariant());
        Assert.Empty(Leftovers);
        return refusal;
    }

    /// <summary>What lies in the folder of work.</summary>
    public string[] Leftovers => Directory.GetFileSystemEntries(Work);

    /// <summary>Ids of processes that stand in the folder of work.</summary>
    public int[] Decoders =>
        [
            .. Directory
                .GetDirectories("/proc")
                .Where(process => StandsIn(process, Work))
                .Select(process => int.Parse(Path.GetFileName(process), null)),
        ];

    public void Dispose()
    {
        Assert.Empty(Leftovers);
        Assert.Empty(Decoders);
        _root.Delete(recursive: true);
    }

    private static bool StandsIn(string process, string folder)
    {
        try
        {
            return int.TryParse(Path.GetFileName(process), out _)
                && File.ResolveLinkTarget(Path.Combine(process, "cwd"), false) is { } place
                && place.FullName.StartsWith(folder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
