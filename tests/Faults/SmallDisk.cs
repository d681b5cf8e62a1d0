namespace Troubadour.Faults;

/// <summary>A small disk of its own (in memory) that a server's data directory lies on, seen by that server alone.</summary>
public sealed class SmallDisk
{
    private const int Megabytes = 48;

    // Where Linux shows what a process sees as its file system.
    private const string OwnView = "root";

    private readonly string _filler;

    private SmallDisk(string folder)
    {
        Folder = folder;
        _filler = Path.Combine(folder, "filler");
    }

    /// <summary>How others than the server reach it, while that runs.</summary>
    public string Folder { get; }

    /// <summary>Starts a server on one.</summary>
    /// <param name="folder">Its data directory.</param>
    /// <param name="start">Starts it, by way of a program and its arguments.</param>
    public static async Task<(Node Node, SmallDisk Disk)> WithAsync(string folder, Func<string[], Task<Node>> start)
    {
        // Others than root become root in a namespace of their own.
        string[] asRoot = Environment.IsPrivilegedProcess ? [] : ["--map-root-user"];
        var node = await start([
            "/usr/bin/unshare",
            "--mount",
            .. asRoot,
            "/bin/sh",
            "-c",
            $"mount -t tmpfs -o size={Megabytes}m tmpfs \"$0\" && exec \"$@\"",
            folder,
        ]);
        return (node, new SmallDisk($"/proc/{node.Id}/" + OwnView + folder));
    }

    /// <summary>Leaves nothing free.</summary>
    public void Fill()
    {
        try
        {
            using var file = File.Create(_filler);
            var block = new byte[1 << 16];
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(_filler);
}
