namespace Troubadour.Server.Uploads;

/// <summary>A folder for listening to one recording; it vanishes with this.</summary>
internal sealed class ListeningFolder : IDisposable
{
    // What the engine found; a recording that it copied is not kept twice.
    private static readonly string[] Kept = ["analysis.json", "song.json", "song.mid", "lyrics.json", "cover.jpg"];

    private readonly string _path;

    /// <summary>Makes it.</summary>
    /// <param name="parent">Where.</param>
    public ListeningFolder(string parent)
    {
        _path = Path.Combine(parent, $"listen-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Found);
    }

    /// <summary>The file of the recording.</summary>
    public string Recording => Path.Combine(_path, "recording.wav");

    /// <summary>The file of the song that stands for it.</summary>
    public string Song => Path.Combine(_path, "song.json");

    /// <summary>What is found goes here.</summary>
    public string Found => Path.Combine(_path, "found");

    /// <summary>Removes what is not kept of a recording.</summary>
    public void KeepFound()
    {
        foreach (var file in Directory.EnumerateFiles(Found).Where(file => !Kept.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_path, recursive: true);
}
